-- a user sees itself
-- in user_id=$ann
select email from tenancy.users order by email;
--> ann@acme.example

-- a user sees its own tenants behind a door, with its own role
-- in user_id=$ann
select name, role, is_current from tenancy.own_tenants order by name;
--> Acme|admin|t; Globex|viewer|f

-- a user sees its own tenants alone
-- in user_id=$bob
select name from tenancy.own_tenants order by name;
--> Acme

-- a user sees no tenant and no member beside that door
-- in user_id=$ann
select (select count(*) from tenancy.tenants), (select count(*) from tenancy.tenant_users);
--> 0|0

-- a user who belongs nowhere sees no tenant
-- in user_id=$lone
select count(*) from tenancy.own_tenants;
--> 0

-- without a context nothing is behind the doors
select (select count(*) from tenancy.own_tenants), (select count(*) from tenancy.all_tenants);
--> 0|0

-- a user is not an operator
-- in user_id=$ann
select count(*) from tenancy.all_tenants;
--> 0

-- in a tenant there are no own tenants
-- in tenant_id=$acme user_id=$ann
select count(*) from tenancy.own_tenants;
--> 0

-- a deleted tenant is nobody's own
-- as $owner
-- in tenant_id=$gone
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$gone', '$lone', 'lone@nowhere.example', 'viewer', now());
--> 23514 tenants_not_deleted

-- a user's own condition looks at no other tenant behind the door
-- in user_id=$bob
select name from tenancy.own_tenants where outside.spy(name);
--> Acme

-- behind the doors nothing is written
-- in user_id=$ann operator=otto
update tenancy.own_tenants set name = 'changed';
--> 55000

-- behind the operator's door nothing is written
-- in operator=otto
insert into tenancy.all_tenants (id, name) values ('$new', 'New');
--> 55000

-- the owner sees a user's tenants and memberships, and no others
-- as $owner
-- in user_id=$bob
select t.name, m.email from tenancy.tenants t join tenancy.tenant_users m on m.tenant_id = t.id order by 2;
--> Acme|bob@acme.example

-- the owner changes a user's own memberships alone
-- as $owner
-- in user_id=$bob
update tenancy.tenant_users set is_current = false;
--> 1 rows

-- a membership does not become another user's
-- as $owner
-- in user_id=$bob
update tenancy.tenant_users set user_id = '$lone', email = 'lone@nowhere.example';
--> 42501

-- who switches leaves the tenant before
-- in tenant_id=$globex user_id=$ann
update tenancy.users set current_tenant_id = '$globex' where id = '$ann';
select set_config('tenancy.tenant_id', '', true);
select name, is_current from tenancy.own_tenants order by name;
--> Acme|f; Globex|t

-- which membership is current is not the service's to say
-- in tenant_id=$acme
update tenancy.tenant_users set is_current = true;
--> 42501

-- a user sees no configuration, no trail and no identity
-- in user_id=$ann
select (select count(*) from tenancy.tenant_configs), (select count(*) from tenancy.audit_log), (select count(*) from tenancy.user_identities);
--> 0|0|0

-- a user in a tenant sees that tenant alone
-- in tenant_id=$acme user_id=$ann
select name from tenancy.tenants order by name;
--> Acme

-- a user in a tenant sees memberships of that tenant alone
-- in tenant_id=$acme user_id=$ann
select distinct tenant_id from tenancy.tenant_users;
--> $acme

-- a user in a tenant that it does not belong to sees nothing of its own tenants
-- in tenant_id=$new user_id=$ann
select (select count(*) from tenancy.tenants), (select count(*) from tenancy.tenant_users);
--> 0|0

-- a user changes itself alone
-- in user_id=$ann
update tenancy.users set name = 'changed';
--> 1 rows

-- a user changes no membership and no tenant
-- in user_id=$ann
with gone as (delete from tenancy.tenant_users returning 1), renamed as (update tenancy.tenants set name = 'x' returning 1)
select (select count(*) from gone), (select count(*) from renamed);
--> 0|0

-- a user adds itself to no tenant
-- in user_id=$lone
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$acme', '$lone', 'lone@nowhere.example', 'admin', now());
--> 42501

-- with every grant, a user does not become another one
-- as $grantee
-- in user_id=$lone
update tenancy.users set id = '$new';
--> 42501

-- a user enters a tenant that it belongs to
-- in user_id=$ann
update tenancy.users set current_tenant_id = '$globex' where id = '$ann';
--> 1 rows

-- a user does not enter a tenant that it does not belong to
-- in user_id=$bob
update tenancy.users set current_tenant_id = '$globex' where id = '$bob';
--> 23503 users_current_tenant_fkey

-- an identity sees its own line and its user
-- in issuer=https://idp.example subject=carl
select u.email, i.subject from tenancy.user_identities i join tenancy.users u on u.id = i.user_id;
--> carl@globex.example|carl

-- an identity sees no other line
-- in issuer=https://idp.example subject=carl
select count(*) from tenancy.user_identities;
--> 1

-- an identity sees no other user
-- in issuer=https://idp.example subject=carl
select count(*) from tenancy.users;
--> 1

-- an identity that nobody has signed in with sees nobody
-- in issuer=https://idp.example subject=mallory
select (select count(*) from tenancy.users), (select count(*) from tenancy.user_identities);
--> 0|0

-- another issuer's subject of the same name is somebody else
-- in issuer=https://other.example subject=carl
select (select count(*) from tenancy.users), (select count(*) from tenancy.user_identities);
--> 0|0

-- an identity sees the user with its e-mail alone
-- in issuer=https://idp.example subject=new email=lone@nowhere.example
select email, claimed from tenancy.users;
--> lone@nowhere.example|f

-- an identity sees no tenant and no member
-- in issuer=https://idp.example subject=carl email=carl@globex.example
select (select count(*) from tenancy.tenants), (select count(*) from tenancy.tenant_users), (select count(*) from tenancy.tenant_configs);
--> 0|0|0

-- an identity makes its own line
-- in issuer=https://idp.example subject=lone email=lone@nowhere.example
insert into tenancy.user_identities (issuer, subject, user_id, email) values ('https://idp.example', 'lone', '$lone', 'lone@nowhere.example');
--> 1 rows

-- an identity without its e-mail makes no line
-- in issuer=https://idp.example subject=lone
insert into tenancy.user_identities (issuer, subject, user_id, email) values ('https://idp.example', 'lone', '$lone', 'lone@nowhere.example');
--> 42501

-- an identity becomes no user with another e-mail
-- in issuer=https://idp.example subject=lone email=lone@nowhere.example
insert into tenancy.user_identities (issuer, subject, user_id, email) values ('https://idp.example', 'lone', '$otto', 'otto@platform.example');
--> 42501

-- an identity becomes no user by another one's id
-- in issuer=https://idp.example subject=lone email=lone@nowhere.example
insert into tenancy.user_identities (issuer, subject, user_id, email) values ('https://idp.example', 'lone', '$otto', 'lone@nowhere.example');
--> 23503 user_identities_user_id_fkey

-- an identity makes no other line
-- in issuer=https://idp.example subject=lone email=carl@globex.example
insert into tenancy.user_identities (issuer, subject, user_id, email) values ('https://idp.example', 'mallory', '$carl', 'carl@globex.example');
--> 42501

-- an identity makes no other issuer's line
-- in issuer=https://idp.example subject=lone email=carl@globex.example
insert into tenancy.user_identities (issuer, subject, user_id, email) values ('https://other.example', 'lone', '$carl', 'carl@globex.example');
--> 42501

-- an identity makes the user with its e-mail
-- in issuer=https://idp.example subject=new email=new@nowhere.example
insert into tenancy.users (id, email, created_at) values ('$new', 'new@nowhere.example', now());
--> 1 rows

-- an identity makes no user with another e-mail
-- in issuer=https://idp.example subject=new email=new@nowhere.example
insert into tenancy.users (id, email, created_at) values ('$new', 'newer@nowhere.example', now());
--> 42501

-- with every grant, an identity makes no platform admin
-- as $grantee
-- in email=new@nowhere.example
insert into tenancy.users (id, email, role, created_at) values ('$new', 'new@nowhere.example', 'platform_admin', now());
--> 42501

-- an identity changes the user with its e-mail alone
-- in issuer=https://idp.example subject=new email=lone@nowhere.example
update tenancy.users set claimed = true;
--> 1 rows

-- with every grant, a user's e-mail does not become another one
-- as $grantee
-- in email=lone@nowhere.example
update tenancy.users set email = 'stolen@nowhere.example';
--> 42501

-- an identity leaves a line in the platform's log
-- in issuer=https://idp.example subject=ann
insert into tenancy.platform_log (at, id, actor_kind, actor_name, action, subject) values (now(), '$new', 'user', 'x', 'x', 'x');
--> 1 rows

-- who has an e-mail is found, and no user is visible afterwards
select tenancy.user_for_email('carl@globex.example', '$new', now()), current_setting('tenancy.email', true),
       (select count(*) from tenancy.users);
--> $carl||0

-- an operator sees every tenant behind a door
-- in operator=otto
select name from tenancy.all_tenants order by name;
--> Acme; Globex; Gone

-- an operator sees no tenant beside that door
-- in operator=otto
select count(*) from tenancy.tenants;
--> 0

-- the owner behind the operator's door sees every tenant
-- as $owner
-- in operator=otto
select name from tenancy.tenants order by name;
--> Acme; Globex; Gone

-- an operator in a tenant has no door
-- in operator=otto tenant_id=$acme
select count(*) from tenancy.all_tenants;
--> 0

-- the owner in a tenant sees that tenant alone, operator or not
-- as $owner
-- in operator=otto tenant_id=$acme
select name from tenancy.tenants order by name;
--> Acme

-- an operator sees no member, no configuration, no trail and no identity
-- in operator=otto
select (select count(*) from tenancy.tenant_users), (select count(*) from tenancy.tenant_configs),
       (select count(*) from tenancy.audit_log), (select count(*) from tenancy.user_identities);
--> 0|0|0|0

-- an operator sees the platform admins among the users
-- in operator=otto
select email from tenancy.users order by email;
--> otto@platform.example

-- an operator in a tenant sees that tenant alone
-- in operator=otto tenant_id=$acme
select name from tenancy.tenants order by name;
--> Acme

-- an operator changes no tenant from outside of it
-- in operator=otto
update tenancy.tenants set name = 'changed';
--> 0 rows

-- an operator makes a platform admin
-- in operator=otto email=lone@nowhere.example
update tenancy.users set role = 'platform_admin' where email = 'lone@nowhere.example';
--> 1 rows

-- an operator leaves a line in the platform's log
-- in operator=otto
insert into tenancy.platform_log (at, id, actor_kind, actor_name, action, subject) values (now(), '$new', 'operator', 'x', 'x', 'x');
--> 1 rows

-- nobody makes itself a platform admin
-- in user_id=$ann
update tenancy.users set role = 'platform_admin' where id = '$ann';
--> 42501

-- nobody makes the user with its e-mail a platform admin
-- in issuer=https://idp.example subject=new email=lone@nowhere.example
update tenancy.users set role = 'platform_admin' where email = 'lone@nowhere.example';
--> 42501
