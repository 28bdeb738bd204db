-- How a user goes on without signing in again, and how that ends: sessions in a tenant, which go with the membership,
-- and one moment a user up to which nothing that was issued counts any more.

create table tenancy.sessions (
  tenant_id        uuid        not null,
  id               uuid        not null,
  user_id          uuid        not null,
  secret_hash      text        not null collate "C", -- of the newest refresh token; the token itself is nowhere
  authenticated_at timestamptz not null,
  opened_at        timestamptz not null,
  expires_at       timestamptz not null,
  constraint sessions_pkey primary key (tenant_id, id),
  constraint sessions_secret_hash check (secret_hash ~ '^[0-9a-f]{64}$'),
  constraint sessions_member_fkey foreign key (tenant_id, user_id) references tenancy.tenant_users (tenant_id, user_id)
    on delete cascade
);
create index sessions_member_idx on tenancy.sessions (tenant_id, user_id);

-- A table of its own, not a column of users: every request reads it, and the policies of users are many.
create table tenancy.sign_outs (
  user_id uuid        not null,
  at      timestamptz not null,
  constraint sign_outs_pkey primary key (user_id),
  constraint sign_outs_user_id_fkey foreign key (user_id) references tenancy.users (id)
);

alter table tenancy.sessions enable row level security;
alter table tenancy.sessions force row level security;
alter table tenancy.sign_outs enable row level security;
alter table tenancy.sign_outs force row level security;

create policy tenant_isolation on tenancy.sessions
  using (tenant_id = (select tenancy.current_tenant())) with check (tenant_id = (select tenancy.current_tenant()));
create policy own_sign_out on tenancy.sign_outs
  using (user_id = (select tenancy.current_user_id())) with check (user_id = (select tenancy.current_user_id()));

-- A user may note in the platform's log that it has signed out, and nothing else.
alter policy platform_lines on tenancy.platform_log
  with check ((select tenancy.current_operator()) is not null
              or (select tenancy.current_issuer()) is not null
              or (action = 'user.signed_out' and actor_kind = 'user' and actor_id = (select tenancy.current_user_id())));

grant select, delete,
      insert (tenant_id, id, user_id, secret_hash, authenticated_at, opened_at, expires_at),
      update (secret_hash)
  on tenancy.sessions to tenancy_app;
grant select, insert (user_id, at), update (at) on tenancy.sign_outs to tenancy_app;

create or replace function tenancy.schema_version() returns integer immutable parallel safe return 6;
