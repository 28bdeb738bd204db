-- The tables. Text that is compared or sorted is in collation "C": the application makes one canonical
-- form, and the order is the code points' on every machine.

create table tenancy.tenants (
  id          uuid        not null,
  name        text        not null,
  name_key    text        not null collate "C", -- the name as lists sort and search it
  domain      text        collate "C",
  description text,
  max_users   integer     not null,
  user_count  integer     not null default 0,   -- kept by triggers
  admin_count integer,                          -- kept by triggers; null until there is a first admin
  status      text        not null default 'active',
  metadata    json        not null default '{}', -- json, not jsonb: what was written comes back as written
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  constraint tenants_pkey primary key (id),
  constraint tenants_name check (char_length(name) between 1 and 200),
  constraint tenants_domain check (char_length(domain) <= 253 and domain !~ '[^a-z0-9.-]'),
  constraint tenants_description check (char_length(description) between 1 and 2000),
  constraint tenants_max_users check (max_users between 1 and 1000000),
  constraint tenants_seats check (user_count between 0 and max_users),
  constraint tenants_last_admin check (admin_count >= 1),
  constraint tenants_status check (status in ('active', 'suspended', 'deleted')),
  constraint tenants_metadata check (json_typeof(metadata) = 'object' and octet_length(metadata::text) <= 16384)
) with (fillfactor = 80); -- counters change often: room for heap-only updates

-- A tenant's domain is public, so this one key may be global. A deleted tenant gives its domain up.
create unique index tenants_domain_key on tenancy.tenants (domain) where status <> 'deleted';
create index tenants_name_idx on tenancy.tenants (name_key, id);

create table tenancy.users (
  id                uuid        not null,
  email             text        not null collate "C",
  name              text,
  role              text        not null default 'user',
  claimed           boolean     not null default false, -- whether somebody has signed in as this user
  current_tenant_id uuid,
  created_at        timestamptz not null,
  constraint users_pkey primary key (id),
  constraint users_email_key unique (email),
  constraint users_id_email_key unique (id, email), -- what tenant_users refers to
  constraint users_email check (char_length(email) <= 254 and email !~ '[^!-~]' and email !~ '[A-Z]'),
  constraint users_name check (char_length(name) between 1 and 200),
  constraint users_role check (role in ('user', 'platform_admin'))
);

create table tenancy.user_identities (
  issuer     text        not null collate "C",
  subject    text        not null collate "C",
  user_id    uuid        not null,
  constraint user_identities_pkey primary key (issuer, subject),
  constraint user_identities_user_id_fkey foreign key (user_id) references tenancy.users (id)
);
create index user_identities_user_id_idx on tenancy.user_identities (user_id);

create table tenancy.tenant_users (
  tenant_id  uuid        not null,
  user_id    uuid        not null,
  email      text        not null collate "C", -- the user's, so that no tenant needs to see users
  name       text,                             -- the user's, from the moment the user enters the tenant
  name_key   text        collate "C",
  role       text        not null,
  joined_at  timestamptz not null,
  entered_at timestamptz,
  constraint tenant_users_pkey primary key (tenant_id, user_id),
  constraint tenant_users_email_key unique (tenant_id, email),
  constraint tenant_users_role check (role in ('viewer', 'member', 'admin')),
  constraint tenant_users_tenant_id_fkey foreign key (tenant_id) references tenancy.tenants (id),
  constraint tenant_users_user_id_fkey foreign key (user_id, email) references tenancy.users (id, email)
);
create index tenant_users_user_id_idx on tenancy.tenant_users (user_id, tenant_id);

-- A user's current tenant is one of the user's memberships; it goes when the membership goes.
alter table tenancy.users add constraint users_current_tenant_fkey
  foreign key (current_tenant_id, id) references tenancy.tenant_users (tenant_id, user_id)
  on delete set null (current_tenant_id);
create index users_current_tenant_idx on tenancy.users (current_tenant_id, id) where current_tenant_id is not null;

create table tenancy.tenant_configs (
  tenant_id  uuid        not null,
  key        text        not null collate "C",
  value      json        not null,
  updated_at timestamptz not null,
  constraint tenant_configs_pkey primary key (tenant_id, key),
  constraint tenant_configs_key check (key ~ '^[a-z0-9][a-z0-9._-]{0,127}$'),
  constraint tenant_configs_value check (octet_length(value::text) <= 16384),
  constraint tenant_configs_tenant_id_fkey foreign key (tenant_id) references tenancy.tenants (id)
);

create table tenancy.audit_log (
  tenant_id  uuid        not null,
  at         timestamptz not null,
  id         uuid        not null,
  actor_kind text        not null,
  actor_id   uuid,
  actor_name text        not null,
  action     text        not null,
  subject    text        not null,
  before     json,
  after      json,
  request_id text,
  constraint audit_log_pkey primary key (tenant_id, at, id),
  constraint audit_log_actor_kind check (actor_kind in ('user', 'operator', 'host')),
  constraint audit_log_tenant_id_fkey foreign key (tenant_id) references tenancy.tenants (id)
);

-- What happens outside of tenants: sign-ins, platform admins, an operator's look at all tenants.
create table tenancy.platform_log (
  at         timestamptz not null,
  id         uuid        not null,
  actor_kind text        not null,
  actor_id   uuid,
  actor_name text        not null,
  action     text        not null,
  subject    text        not null,
  before     json,
  after      json,
  request_id text,
  constraint platform_log_pkey primary key (at, id),
  constraint platform_log_actor_kind check (actor_kind in ('user', 'operator', 'host'))
);
