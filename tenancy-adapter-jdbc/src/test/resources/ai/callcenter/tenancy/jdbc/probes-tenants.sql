-- without a context there is no tenant
select count(*) from tenancy.tenants;
--> 0

-- without a context there is no member
select count(*) from tenancy.tenant_users;
--> 0

-- without a context there is no configuration
select count(*) from tenancy.tenant_configs;
--> 0

-- without a context there is no trail
select count(*) from tenancy.audit_log;
--> 0

-- without a context there is no user
select count(*) from tenancy.users;
--> 0

-- without a context there is no identity
select count(*) from tenancy.user_identities;
--> 0

-- an empty context is none
-- in tenant_id= user_id= operator= issuer= subject= email=
select (select count(*) from tenancy.tenants), (select count(*) from tenancy.tenant_users), (select count(*) from tenancy.users);
--> 0|0|0

-- a malformed context is an error
-- in tenant_id=acme
select count(*) from tenancy.tenants;
--> 22P02

-- without a context no tenant is made
insert into tenancy.tenants (id, name, name_key, max_users, created_at, updated_at) values ('$new', 'New', 'new', 5, now(), now());
--> 42501

-- without a context no tenant is changed
update tenancy.tenants set name = 'changed';
--> 0 rows

-- without a context nobody is removed
delete from tenancy.tenant_users;
--> 0 rows

-- without a context no configuration goes
delete from tenancy.tenant_configs;
--> 0 rows

-- without a context no line is added to a tenant's trail
insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) values ('$acme', now(), '$new', 'user', 'x', 'x', 'x');
--> 42501

-- without a context no line is added to the platform's
insert into tenancy.platform_log (at, id, actor_kind, actor_name, action, subject) values (now(), '$new', 'operator', 'x', 'x', 'x');
--> 42501

-- a tenant sees its own row alone
-- in tenant_id=$acme
select name from tenancy.tenants order by name;
--> Acme

-- a tenant sees its own members alone
-- in tenant_id=$acme
select email from tenancy.tenant_users order by email;
--> ann@acme.example; bob@acme.example

-- a tenant sees its own configuration alone
-- in tenant_id=$acme
select key from tenancy.tenant_configs order by key;
--> greeting

-- a tenant sees its own trail alone
-- in tenant_id=$acme
select subject from tenancy.audit_log order by subject;
--> bob@acme.example

-- a tenant sees no user and no identity
-- in tenant_id=$acme
select (select count(*) from tenancy.users), (select count(*) from tenancy.user_identities);
--> 0|0

-- a tenant that asks for another one's rows gets none
-- in tenant_id=$acme
select (select count(*) from tenancy.tenants where id = '$globex'),
       (select count(*) from tenancy.tenant_users where tenant_id = '$globex'),
       (select count(*) from tenancy.tenant_configs where tenant_id = '$globex'),
       (select count(*) from tenancy.audit_log where tenant_id = '$globex');
--> 0|0|0|0

-- a tenant that does not exist has nothing
-- in tenant_id=$new
select (select count(*) from tenancy.tenants), (select count(*) from tenancy.tenant_users);
--> 0|0

-- a tenant changes its own row alone
-- in tenant_id=$acme
update tenancy.tenants set name = 'changed';
--> 1 rows

-- a tenant does not change another one's row
-- in tenant_id=$acme
update tenancy.tenants set name = 'changed' where id = '$globex';
--> 0 rows

-- a tenant changes its own members alone
-- in tenant_id=$acme
update tenancy.tenant_users set name = 'changed';
--> 2 rows

-- a tenant does not change another one's members
-- in tenant_id=$acme
update tenancy.tenant_users set role = 'viewer' where tenant_id = '$globex';
--> 0 rows

-- a tenant changes its own configuration alone
-- in tenant_id=$acme
update tenancy.tenant_configs set value = '1';
--> 1 rows

-- a tenant does not remove another one's members
-- in tenant_id=$acme
delete from tenancy.tenant_users where tenant_id = '$globex' returning email;
-->

-- a tenant deletes its own configuration alone
-- in tenant_id=$acme
delete from tenancy.tenant_configs;
--> 1 rows

-- a tenant makes no other tenant
-- in tenant_id=$acme
insert into tenancy.tenants (id, name, name_key, max_users, created_at, updated_at) values ('$new', 'New', 'new', 5, now(), now());
--> 42501

-- a tenant makes itself
-- in tenant_id=$new
insert into tenancy.tenants (id, name, name_key, max_users, created_at, updated_at) values ('$new', 'New', 'new', 5, now(), now());
--> 1 rows

-- a tenant adds nobody to another one
-- in tenant_id=$acme
insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at) values ('$globex', '$lone', 'lone@nowhere.example', 'admin', now());
--> 42501

-- a tenant configures no other one
-- in tenant_id=$acme
insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values ('$globex', 'greeting', '1', now());
--> 42501

-- a tenant does not overwrite another one's configuration
-- in tenant_id=$acme
insert into tenancy.tenant_configs (tenant_id, key, value, updated_at) values ('$globex', 'sip.password', '1', now())
  on conflict (tenant_id, key) do update set value = excluded.value;
--> 42501

-- a tenant writes into its own trail alone
-- in tenant_id=$acme
insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) values ('$globex', now(), '$new', 'user', 'x', 'x', 'x');
--> 42501

-- a tenant writes into its own trail
-- in tenant_id=$acme
insert into tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) values ('$acme', now(), '$new', 'user', 'x', 'x', 'x');
--> 1 rows

-- a merge meets its own rows alone
-- in tenant_id=$acme
merge into tenancy.tenant_configs c using (values ('sip.password'), ('greeting')) as v (key) on c.key = v.key
  when matched then delete;
--> 1 rows

-- with every grant, a member does not move to another tenant
-- as $grantee
-- in tenant_id=$acme
update tenancy.tenant_users set tenant_id = '$globex';
--> 42501

-- with every grant, a setting does not move to another tenant
-- as $grantee
-- in tenant_id=$acme
update tenancy.tenant_configs set tenant_id = '$globex';
--> 42501

-- with every grant, a line does not move to another trail
-- as $grantee
-- in tenant_id=$acme
update tenancy.audit_log set tenant_id = '$globex';
--> 42501

-- with every grant, a tenant does not become another one
-- as $grantee
-- in tenant_id=$acme
update tenancy.tenants set id = '$new';
--> 42501

-- with every grant, another tenant's trail is not deleted
-- as $grantee
-- in tenant_id=$acme
delete from tenancy.audit_log;
--> 1 rows

-- without a context the owner sees no tenant
-- as $owner
select count(*) from tenancy.tenants;
--> 0

-- without a context the owner sees no user
-- as $owner
select count(*) from tenancy.users;
--> 0

-- without a context the owner sees no identity
-- as $owner
select count(*) from tenancy.user_identities;
--> 0

-- without a context the owner sees no member
-- as $owner
select count(*) from tenancy.tenant_users;
--> 0

-- without a context the owner sees no configuration
-- as $owner
select count(*) from tenancy.tenant_configs;
--> 0

-- without a context the owner sees no trail
-- as $owner
select (select count(*) from tenancy.audit_log), (select count(*) from tenancy.platform_log);
--> 0|0

-- the owner in a tenant sees that tenant's members among the users
-- as $owner
-- in tenant_id=$acme
select email from tenancy.users order by email;
--> ann@acme.example; bob@acme.example

-- the owner in a tenant ends stays in that tenant alone
-- as $owner
-- in tenant_id=$acme
update tenancy.users set current_tenant_id = null;
--> 2 rows

-- the owner in a tenant changes nothing else about users
-- as $owner
-- in tenant_id=$acme
update tenancy.users set name = 'changed';
--> 42501
