-- An identity belongs to the user with its e-mail, so the database holds it to that one: by a key, and by what the
-- identity may write.
alter table tenancy.user_identities add column email text collate "C";

alter table tenancy.user_identities no force row level security;
alter table tenancy.users no force row level security;
update tenancy.user_identities i set email = u.email from tenancy.users u where u.id = i.user_id;
alter table tenancy.user_identities force row level security;
alter table tenancy.users force row level security;

alter table tenancy.user_identities
  alter column email set not null,
  drop constraint user_identities_user_id_fkey,
  add constraint user_identities_user_id_fkey foreign key (user_id, email) references tenancy.users (id, email);

alter policy own_identity on tenancy.user_identities
  with check (issuer = (select tenancy.current_issuer()) and subject = (select tenancy.current_subject())
              and email = (select tenancy.current_email()));

create or replace function tenancy.schema_version() returns integer immutable parallel safe return 5;
