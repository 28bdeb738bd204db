-- a tenant's id is taken once
-- in tenant_id=$acme
insert into tenancy.tenants (id, name, name_key, max_users, created_at, updated_at) values ('$acme', 'New', 'new', 5, now(), now());
--> 23505 tenants_pkey

-- a domain is taken once, and the refusal tells nothing of who has it
-- in tenant_id=$acme
update tenancy.tenants set domain = 'globex.example';
--> 23505 tenants_domain_key

-- a deleted tenant's domain is free
-- in tenant_id=$acme
update tenancy.tenants set domain = 'gone.example';
--> 1 rows

-- a user's id is taken once
-- in email=new@nowhere.example
insert into tenancy.users (id, email, created_at) values ('$bob', 'new@nowhere.example', now());
--> 23505 users_pkey

-- an e-mail is taken once
-- in email=bob@acme.example
insert into tenancy.users (id, email, created_at) values ('$new', 'bob@acme.example', now());
--> 23505 users_email_key

-- an identity is taken once
-- in issuer=https://idp.example subject=carl email=lone@nowhere.example
insert into tenancy.user_identities (issuer, subject, user_id, email) values ('https://idp.example', 'carl', '$lone', 'lone@nowhere.example');
--> 23505 user_identities_pkey

-- an identity is a user's
-- in issuer=https://idp.example subject=new email=new@nowhere.example
insert into tenancy.user_identities (issuer, subject, user_id, email) values ('https://idp.example', 'new', '$new', 'new@nowhere.example');
--> 23503 user_identities_user_id_fkey

-- a user is a member once
-- in tenant_id=$acme
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$acme', '$bob', 'other@acme.example', 'admin', now());
--> 23505 tenant_users_pkey

-- an e-mail is a member once
-- in tenant_id=$acme
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$acme', '$lone', 'bob@acme.example', 'admin', now());
--> 23505 tenant_users_email_key

-- a member is a user, with that user's e-mail
-- in tenant_id=$acme
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$acme', '$lone', 'other@acme.example', 'admin', now());
--> 23503 tenant_users_user_id_fkey

-- a tenant that does not exist has no member
-- in tenant_id=$new
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$new', '$lone', 'lone@nowhere.example', 'admin', now());
--> 23503 tenant_users_tenant_id_fkey

-- a tenant that does not exist has no configuration
-- in tenant_id=$new
insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values ('$new', 'greeting', '1', now());
--> 23503 tenant_configs_tenant_id_fkey

-- a tenant that does not exist has no trail
-- in tenant_id=$new
insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) values ('$new', now(), '$new', 'user', 'x', 'x', 'x');
--> 23503 audit_log_tenant_id_fkey

-- a key is set once
-- in tenant_id=$acme
insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values ('$acme', 'greeting', '1', now());
--> 23505 tenant_configs_pkey

-- a line of a trail is written once
-- in tenant_id=$acme
insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) values ('$acme', '2026-01-01Z', '$acme', 'user', 'x', 'x', 'x');
--> 23505 audit_log_pkey

-- a line of the platform's log is written once
-- in operator=otto
insert into tenancy.platform_log (at, id, actor_kind, actor_name, action, subject) values ('2026-01-01Z', '$otto', 'operator', 'x', 'x', 'x');
--> 23505 platform_log_pkey

-- a tenant has a name
-- in tenant_id=$acme
update tenancy.tenants set name = '';
--> 23514 tenants_name

-- a domain is a host name
-- in tenant_id=$acme
update tenancy.tenants set domain = 'ACME!';
--> 23514 tenants_domain

-- a description is not empty
-- in tenant_id=$acme
update tenancy.tenants set description = '';
--> 23514 tenants_description

-- a tenant has seats
-- in tenant_id=$new
insert into tenancy.tenants (id, name, name_key, max_users, created_at, updated_at) values ('$new', 'New', 'new', 0, now(), now());
--> 23514 tenants_max_users

-- there are no more members than seats
-- in tenant_id=$acme
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values
  ('$acme', '$lone', 'lone@nowhere.example', 'member', now()), ('$acme', '$carl', 'carl@globex.example', 'member', now());
--> 23514 tenants_seats

-- there are no fewer seats than members
-- in tenant_id=$acme
update tenancy.tenants set max_users = 1;
--> 23514 tenants_seats

-- the last admin stays
-- in tenant_id=$acme
delete from tenancy.tenant_users where user_id = '$ann';
--> 23514 tenants_last_admin

-- the last admin stays one
-- in tenant_id=$acme
update tenancy.tenant_users set role = 'member' where user_id = '$ann';
--> 23514 tenants_last_admin

-- a tenant's status is one of three
-- in tenant_id=$acme
update tenancy.tenants set status = 'asleep';
--> 23514 tenants_status

-- metadata is an object
-- in tenant_id=$acme
update tenancy.tenants set metadata = '[]';
--> 23514 tenants_metadata

-- an e-mail is in its canonical form
-- in email=New@Nowhere.example
insert into tenancy.users (id, email, created_at) values ('$new', 'New@Nowhere.example', now());
--> 23514 users_email

-- a user's name is not empty
-- in user_id=$bob
update tenancy.users set name = '';
--> 23514 users_name

-- a platform role is one of two
-- in operator=otto user_id=$bob
update tenancy.users set role = 'king' where id = '$bob';
--> 23514 users_role

-- a member's role is one of three
-- in tenant_id=$acme
update tenancy.tenant_users set role = 'owner' where user_id = '$bob';
--> 23514 tenant_users_role

-- a key has a form
-- in tenant_id=$acme
insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values ('$acme', 'A key', '1', now());
--> 23514 tenant_configs_key

-- a value has a limit
-- in tenant_id=$acme
update tenancy.tenant_configs set value = to_json(repeat('x', 16383));
--> 23514 tenant_configs_value

-- a trail's actor is of a known kind
-- in tenant_id=$acme
insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) values ('$acme', now(), '$new', 'ghost', 'x', 'x', 'x');
--> 23514 audit_log_actor_kind

-- the platform log's actor is of a known kind
-- in operator=otto
insert into tenancy.platform_log (at, id, actor_kind, actor_name, action, subject) values (now(), '$new', 'ghost', 'x', 'x', 'x');
--> 23514 platform_log_actor_kind

-- who joins is counted
-- in tenant_id=$acme
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$acme', '$lone', 'lone@nowhere.example', 'admin', now());
select user_count, admin_count from tenancy.tenants;
--> 3|2

-- who leaves is counted, and is nowhere any more
-- in tenant_id=$acme user_id=$bob
delete from tenancy.tenant_users where user_id = '$bob';
select user_count, admin_count, (select current_tenant_id from tenancy.users where id = '$bob') from tenancy.tenants;
--> 1|1|null

-- nobody joins a deleted tenant
-- in tenant_id=$gone
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$gone', '$lone', 'lone@nowhere.example', 'admin', now());
--> 23514 tenants_not_deleted

-- a deleted tenant is nobody's current one
-- in tenant_id=$acme
update tenancy.tenants set status = 'deleted';
select set_config('tenancy.user_id', '$bob', true);
select email, current_tenant_id from tenancy.users;
--> bob@acme.example|null

-- a deleted tenant stays deleted
-- in tenant_id=$gone
update tenancy.tenants set status = 'active';
--> 23514 tenants_not_deleted
