-- the login is a superuser
alter role $login superuser;
--> role $login: is a superuser, whom row-level security does not bind

-- the login has BYPASSRLS
alter role $login bypassrls;
--> role $login: has BYPASSRLS, so row-level security does not bind it

-- the login has REPLICATION
alter role $login replication;
--> role $login: has REPLICATION and may read every row from the log

-- the login has CREATEROLE
alter role $login createrole;
--> role $login: has CREATEROLE and may make itself another role

-- the login may become a superuser
create role $boss superuser;
grant $boss to $login;
--> role $boss: is a superuser, whom row-level security does not bind

-- the login may become one with BYPASSRLS, by way of another role
create role $boss bypassrls;
create role $group;
grant $boss to $group;
grant $group to $login;
--> role $boss: has BYPASSRLS, so row-level security does not bind it

-- the login owns a table
alter table tenancy.users owner to $login;
--> role $login: the login that serves owns tenancy.users

-- the login owns the schema
alter schema tenancy owner to $login;
--> role $login: the login that serves owns schema tenancy

-- the login owns a function
alter function tenancy.current_tenant() owner to $login;
--> role $login: the login that serves owns tenancy.current_tenant()

-- the login may become the owner
grant tenancy_owner to $login;
--> role tenancy_owner: the login that serves may become the owner of schema tenancy,

-- the login may write everything
grant pg_write_all_data to $login;
--> role pg_write_all_data: the login that serves may become it, and it goes past the grants of single columns

-- the login is not one of the service's
revoke tenancy_app from $login;
--> role $login: is not a member of tenancy_app, so it may use nothing of the schema tenancy

-- every connection of the login begins in a tenant
alter role $login set tenancy.tenant_id = 'aaaaaaaa-0000-0000-0000-000000000000';
--> setting tenancy.tenant_id: is stored as 'aaaaaaaa-0000-0000-0000-000000000000' for every new connection

-- every connection to the database is an operator's
alter database $database set tenancy.operator = 'backup';
--> setting tenancy.operator: is stored as 'backup' for every new connection

-- every connection of the login to the database is a user's
alter role $login in database $database set tenancy.user_id = 'aaaaaaaa-0000-0000-0000-000000000000';
--> setting tenancy.user_id: is stored as

-- triggers and foreign keys are off for the login
alter role $login set session_replication_role = replica;
--> setting session_replication_role: is stored as 'replica' for every new connection

-- policies raise errors for the login
alter role $login set row_security = off;
--> setting row_security: is stored as 'off' for every new connection

-- a table lacks row-level security
alter table tenancy.tenant_users disable row level security;
--> table tenancy.tenant_users: row-level security is off: every tenant's rows are everybody's

-- a table does not force it
alter table tenancy.audit_log no force row level security;
--> table tenancy.audit_log: row-level security is not forced, so it does not bind the owner

-- a table that no migration made lacks it
set role tenancy_owner;
create table tenancy.notes (tenant_id uuid, note text);
alter table tenancy.notes force row level security;
--> table tenancy.notes: row-level security is off: every tenant's rows are everybody's

-- the owner has BYPASSRLS
alter role tenancy_owner bypassrls;
--> role tenancy_owner: owns tables and is one with BYPASSRLS, so functions that run as the owner go past

-- the owner is a superuser
alter role tenancy_owner superuser;
--> role tenancy_owner: owns tables and is a superuser, so functions that run as the owner go past

-- a trigger is disabled
alter table tenancy.tenant_users disable trigger tenant_users_counted;
--> trigger tenant_users_counted on tenancy.tenant_users: is disabled

-- a trigger runs for replicas alone
alter table tenancy.tenants enable replica trigger tenants_ended;
--> trigger tenants_ended on tenancy.tenants: is disabled

-- foreign keys are not checked
alter table tenancy.tenant_configs disable trigger all;
--> table tenancy.tenant_configs: foreign keys are not checked: their triggers are disabled

-- a view in another schema reads as its owner
create view public.peek as select name from tenancy.tenants;
--> view public.peek: reads tenants' tables with its owner's rights

-- a view over an honest view reads as its owner
create view public.honest with (security_invoker = on) as select name from tenancy.tenants;
create view public.peek as select * from public.honest;
--> view public.peek: reads tenants' tables with its owner's rights

-- a materialized view copies tenants' rows
create materialized view public.copied as select * from tenancy.tenant_configs;
--> materialized view public.copied: is a copy of tenants' rows that no policy guards

-- a function that runs as the owner has no search_path of its own
alter function tenancy.count_members() reset search_path;
--> function tenancy.count_members(): runs as its owner in whatever search_path its caller set

-- a function runs as a superuser
alter function tenancy.end_tenant() owner to postgres;
--> function tenancy.end_tenant(): runs as postgres, whom row-level security does not bind

-- a function that policies go by answers something else
create or replace function tenancy.current_tenant() returns uuid stable parallel safe
  return 'aaaaaaaa-0000-0000-0000-000000000000'::uuid;
--> function tenancy.current_tenant(): is not as the migrations made it

-- a function that counts runs as its caller
alter function tenancy.count_members() security invoker;
--> function tenancy.count_members(): is not as the migrations made it

-- everybody may call a function
grant execute on function tenancy.user_for_email(text, uuid, timestamptz) to public;
--> grant execute on function tenancy.user_for_email(text,uuid,timestamp with time zone) to public: gives more

-- everybody may call a function that no migration made
set role tenancy_owner;
create function tenancy.peek() returns integer return 1;
--> grant execute on function tenancy.peek() to public: gives more than the migrations gave

-- a unique index spans tenants
create unique index members_once on tenancy.tenant_users (email);
--> index tenancy.members_once: is unique across tenants, so it tells a tenant what another one has

-- a unique key spans tenants
alter table tenancy.tenant_configs add constraint keys_once unique (key);
--> constraint keys_once on tenancy.tenant_configs: is unique across tenants, so it tells a tenant

-- a foreign key of a tenant's table does not lead with tenant_id
alter table tenancy.audit_log add constraint actor_tenant foreign key (actor_id) references tenancy.tenants (id);
--> foreign key actor_tenant on tenancy.audit_log: refers to a tenant's rows without tenant_id in the first place

-- a foreign key to a tenant's table does not lead with tenant_id
alter table tenancy.users add constraint users_current
  foreign key (id, current_tenant_id) references tenancy.tenant_users (user_id, tenant_id);
--> foreign key users_current on tenancy.users: refers to a tenant's rows without tenant_id in the first place

-- a check was never checked
alter table tenancy.tenants drop constraint tenants_seats;
alter table tenancy.tenants add constraint tenants_seats check (user_count >= 0 and user_count <= max_users) not valid;
--> constraint tenants_seats on tenancy.tenants: was never checked against the rows that were there before it

-- a foreign key was never checked
alter table tenancy.tenant_configs drop constraint tenant_configs_tenant_id_fkey;
alter table tenancy.tenant_configs add constraint tenant_configs_tenant_id_fkey
  foreign key (tenant_id) references tenancy.tenants (id) not valid;
--> foreign key tenant_configs_tenant_id_fkey on tenancy.tenant_configs: was never checked against

-- a foreign key is not enforced
alter table tenancy.tenant_configs alter constraint tenant_configs_tenant_id_fkey not enforced;
--> foreign key tenant_configs_tenant_id_fkey on tenancy.tenant_configs: is not as the migrations made it

-- a check is missing
alter table tenancy.tenants drop constraint tenants_last_admin;
--> constraint tenants_last_admin on tenancy.tenants: is missing

-- a check asks for less
alter table tenancy.tenants drop constraint tenants_seats;
alter table tenancy.tenants add constraint tenants_seats check (user_count >= 0);
--> constraint tenants_seats on tenancy.tenants: is not as the migrations made it: alter table tenancy.tenants add

-- a foreign key is missing
alter table tenancy.users drop constraint users_current_tenant_fkey;
--> foreign key users_current_tenant_fkey on tenancy.users: is missing

-- a unique key is missing
alter table tenancy.tenant_users drop constraint tenant_users_email_key;
--> constraint tenant_users_email_key on tenancy.tenant_users: is missing

-- the unique index of domains is missing
drop index tenancy.tenants_domain_key;
--> index tenancy.tenants_domain_key: is missing

-- a column takes null
alter table tenancy.tenants alter column user_count drop not null;
--> column tenancy.tenants.user_count: is missing

-- a trigger is missing
drop trigger tenants_ended on tenancy.tenants;
--> trigger tenants_ended on tenancy.tenants: is missing

-- a trigger fires less often
drop trigger tenant_users_counted on tenancy.tenant_users;
create trigger tenant_users_counted after insert on tenancy.tenant_users
  for each row execute function tenancy.count_members();
--> trigger tenant_users_counted on tenancy.tenant_users: is not as the migrations made it: CREATE TRIGGER

-- a policy is missing
drop policy own_user on tenancy.users;
--> policy own_user on tenancy.users: is missing

-- a policy lets everything be seen
alter policy tenant_isolation on tenancy.tenant_configs using (true);
--> policy tenant_isolation on tenancy.tenant_configs: is not as the migrations made it: create policy

-- a policy lets everything be written
alter policy tenant_isolation on tenancy.tenant_configs with check (true);
--> policy tenant_isolation on tenancy.tenant_configs: is not as the migrations made it: create policy

-- a policy is for everybody instead of the owner
alter policy ended_tenant on tenancy.users to public;
--> policy ended_tenant on tenancy.users: is not as the migrations made it: create policy

-- a policy became a restrictive one
drop policy platform_lines on tenancy.platform_log;
create policy platform_lines on tenancy.platform_log as restrictive for insert with check (true);
--> policy platform_lines on tenancy.platform_log: is not as the migrations made it

-- a policy was added
create policy support on tenancy.audit_log for select using (true);
--> policy support on tenancy.audit_log: gives more than the migrations gave

-- the service may truncate
grant truncate on tenancy.tenants to tenancy_app;
--> grant truncate on tenancy.tenants to tenancy_app: gives more than the migrations gave

-- the service may refer to a table
grant references on tenancy.tenant_users to tenancy_app;
--> grant references on tenancy.tenant_users to tenancy_app: gives more than the migrations gave

-- the service may hang triggers on a table
grant trigger on tenancy.users to tenancy_app;
--> grant trigger on tenancy.users to tenancy_app: gives more than the migrations gave

-- the service may lock and rebuild a table
grant maintain on tenancy.users to tenancy_app;
--> grant maintain on tenancy.users to tenancy_app: gives more than the migrations gave

-- the service may move a row to another tenant
grant update (tenant_id) on tenancy.tenant_users to tenancy_app;
--> grant update (tenant_id) on tenancy.tenant_users to tenancy_app: gives more than the migrations gave

-- the service may set counters
grant update on tenancy.tenants to $login;
--> grant update on tenancy.tenants to $login: gives more than the migrations gave

-- the service may change every column
grant update on tenancy.tenants to tenancy_app;
--> grant update on tenancy.tenants to tenancy_app: gives more than the migrations gave

-- the service may hand a grant on
grant update (name) on tenancy.tenants to tenancy_app with grant option;
--> grant update (name) on tenancy.tenants to tenancy_app: is not as the migrations made it: grant update (name) on

-- the service may delete from a log
grant delete on tenancy.audit_log to tenancy_app;
--> grant delete on tenancy.audit_log to tenancy_app: gives more than the migrations gave

-- everybody may read the platform's log
grant select on tenancy.platform_log to public;
--> grant select on tenancy.platform_log to public: gives more than the migrations gave

-- another role that the login has may read the migrations' history
create role $group;
grant $group to $login;
grant select on tenancy.schema_history to $group;
--> grant select on tenancy.schema_history to $group: gives more than the migrations gave

-- the service may make things in the schema
grant create on schema tenancy to tenancy_app;
--> grant create on schema tenancy to tenancy_app: gives more than the migrations gave

-- the service may not read a table
revoke select on tenancy.tenant_users from tenancy_app;
--> grant select on tenancy.tenant_users to tenancy_app: is missing

-- there is no schema
-- mended by hand
drop schema tenancy cascade;
--> schema tenancy: is not there yet

-- the schema is older
-- mended by hand
create or replace function tenancy.schema_version() returns integer immutable parallel safe return $older;
--> schema tenancy: is of version

-- the schema is newer
-- mended by hand
create or replace function tenancy.schema_version() returns integer immutable parallel safe return $newer;
--> schema tenancy: is of version
