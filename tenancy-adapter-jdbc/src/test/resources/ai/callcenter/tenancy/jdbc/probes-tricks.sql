-- a condition that divides by zero on another tenant's row never meets it
-- in tenant_id=$acme
select name from tenancy.tenants where 1 / (max_users - 10) < 1;
--> Acme

-- a cast that fails on another tenant's row never meets it
-- in tenant_id=$acme
select key from tenancy.tenant_configs where (case when value::text ~ 'globex' then value::text else '1' end)::integer = 1;
--> greeting

-- a cheap function never meets another tenant's name
-- in tenant_id=$acme
select count(*) from tenancy.tenants where outside.spy(name) and outside.spy(domain);
--> 1

-- a cheap function never meets another tenant's member
-- in tenant_id=$acme
select count(*) from tenancy.tenant_users where outside.spy(email);
--> 2

-- a cheap function never meets another tenant's configuration
-- in tenant_id=$acme
select count(*) from tenancy.tenant_configs where outside.spy(value::text);
--> 1

-- a cheap function never meets another tenant's trail
-- in tenant_id=$acme
select count(*) from tenancy.audit_log where outside.spy(actor_name);
--> 1

-- a cheap function never meets another user
-- in user_id=$ann
select count(*) from tenancy.users where outside.spy(email);
--> 1

-- a cheap function never meets another identity
-- in issuer=https://idp.example subject=ann
select count(*) from tenancy.user_identities where outside.spy(replace(subject, 'carl', 'globex'));
--> 1

-- a cheap function in a delete never meets another tenant's row
-- in tenant_id=$acme
delete from tenancy.tenant_configs where outside.spy(value::text);
--> 1 rows

-- a row's address does not lead to another tenant's row
-- in tenant_id=$acme
update tenancy.tenant_configs set value = '1' where ctid = any (array(select format('(0,%s)', n)::tid from generate_series(1, 200) n));
--> 1 rows

-- a row's address does not lead to another tenant's member
-- in tenant_id=$acme
select email from tenancy.tenant_users where ctid = any (array(select format('(0,%s)', n)::tid from generate_series(1, 200) n)) order by 1;
--> ann@acme.example; bob@acme.example

-- a statement prepared in one tenant sees the one that it is run in
-- in tenant_id=$acme
set local plan_cache_mode = force_generic_plan;
create temp table seen on commit drop as select '' as name where false;
prepare mine as insert into seen select name from tenancy.tenants;
execute mine;
select set_config('tenancy.tenant_id', '$globex', true);
execute mine;
deallocate mine;
select string_agg(name, ', ' order by name) from seen;
--> Acme, Globex

-- a cursor opened in one tenant changes nothing in another one
-- in tenant_id=$acme
declare mine cursor for select * from tenancy.tenant_configs for update;
fetch next from mine;
select set_config('tenancy.tenant_id', '$globex', true);
update tenancy.tenant_configs set value = '1' where current of mine;
--> 0 rows

-- statistics show no values
-- in tenant_id=$acme
select count(*) from pg_stats where schemaname = 'tenancy' and tablename <> 'schema_history';
--> 0

-- statistics are not read behind their view
select count(*) from pg_statistic;
--> 42501

-- tables of the same names do not stand in for the real ones
-- in tenant_id=$acme
create temp table tenant_users (tenant_id uuid);
set local search_path = pg_temp, outside;
delete from tenancy.tenant_users where email = 'bob@acme.example';
select user_count from tenancy.tenants;
--> 1

-- an operator of the caller's own does not run in the function that counts
-- in tenant_id=$acme
set local search_path = outside, pg_catalog;
delete from tenancy.tenant_users where email operator(pg_catalog.=) 'bob@acme.example';
select user_count from tenancy.tenants;
--> 1

-- an operator of the caller's own does not run in the function that ends a tenant
-- in tenant_id=$acme
set local search_path = outside, pg_catalog;
update tenancy.tenants set status = 'deleted';
select status from tenancy.tenants;
--> deleted

-- a view of the service's own sees what the service sees
create view outside.peek as select name from tenancy.tenants;
select count(*) from outside.peek;
--> 0

-- a copy takes out a tenant's own rows alone
-- in tenant_id=$acme
copy tenancy.tenant_configs (key) to stdout
--> greeting

-- a copy takes out nothing without a context
copy tenancy.tenants to stdout
-->

-- a copy takes out nothing of the platform's log
copy tenancy.platform_log to stdout
--> 42501

-- a copy brings nothing in past the policies
-- in tenant_id=$acme
copy tenancy.audit_log (tenant_id, at, id, actor_kind, actor_name, action, subject) from stdin
--> 0A000

-- a copy writes no file
-- in tenant_id=$acme
copy (select 1) to '/tmp/tenancy-probe';
--> 42501

-- a copy runs no program
copy (select 1) to program 'true';
--> 42501

-- no file of the server becomes a large object
select lo_import('/etc/passwd');
--> 42501

-- no large object becomes a file of the server
select lo_export(1, '/tmp/tenancy-probe');
--> 42501

-- no file of the server is read
select pg_read_file('postgresql.conf');
--> 42501

-- the service does not become the owner
set local role tenancy_owner;
--> 42501

-- the service does not become somebody else
set local session authorization postgres;
--> 42501

-- the service does not make itself another
alter role $service bypassrls;
--> 42501

-- the service does not grant itself the owner
grant tenancy_owner to $service;
--> 42501

-- without row-level security the service reads nothing
-- in tenant_id=$acme
set local row_security = off;
select count(*) from tenancy.tenants;
--> 42501

-- the service does not turn triggers off for itself
set local session_replication_role = replica;
--> 42501

-- the service disables no trigger
alter table tenancy.tenant_users disable trigger tenant_users_counted;
--> 42501

-- the service disables no row-level security
alter table tenancy.tenants disable row level security;
--> 42501

-- the service drops no policy
drop policy tenant_isolation on tenancy.tenants;
--> 42501

-- the service adds no policy
create policy hole on tenancy.tenants using (true);
--> 42501

-- the service replaces no function
create or replace function tenancy.current_tenant() returns uuid stable return '$globex'::uuid;
--> 42501

-- the service drops no table
drop table tenancy.audit_log;
--> 42501

-- the service adds no rule
create rule gone as on delete to tenancy.tenant_users do instead nothing;
--> 42501

-- the service inherits from no table
create table outside.child () inherits (tenancy.tenants);
--> 42501
