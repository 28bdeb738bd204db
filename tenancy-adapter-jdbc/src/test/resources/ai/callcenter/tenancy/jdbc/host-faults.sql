-- a table that carries the tenant and was forgotten
create table host.forgotten (tenant_id uuid not null, text text);
--> table host.forgotten: carries tenant_id and is not isolated: row-level security is off, row-level security is not forced on its owner, the policy tenant_isolation is missing

-- a new partition
create table host.events_3 partition of host.events for values from (20) to (30);
--> table host.events_3: carries tenant_id and is not isolated: row-level security is off, row-level security is not forced on its owner, the policy tenant_isolation is missing

-- a new heir in another schema
-- as postgres
create schema elsewhere;
create table elsewhere.heir () inherits (host.base);
alter table elsewhere.heir owner to $owner;
--> table elsewhere.heir: carries tenant_id and is not isolated: row-level security is off, row-level security is not forced on its owner, the policy tenant_isolation is missing

-- row-level security turned off
alter table host.notes disable row level security;
--> table host.notes: carries tenant_id and is not isolated: row-level security is off

-- row-level security not forced
alter table host.notes no force row level security;
--> table host.notes: carries tenant_id and is not isolated: row-level security is not forced on its owner

-- the policy is gone
drop policy tenant_isolation on host.notes;
--> table host.notes: carries tenant_id and is not isolated: the policy tenant_isolation is missing

-- the policy says something else
alter policy tenant_isolation on host.notes using (true);
--> policy tenant_isolation on host.notes: is not the one that isolation makes | table host.notes: carries tenant_id and is not isolated: the policy tenant_isolation is missing

-- the policy lets anything be written
alter policy tenant_isolation on host.notes with check (true);
--> policy tenant_isolation on host.notes: is not the one that isolation makes | table host.notes: carries tenant_id and is not isolated: the policy tenant_isolation is missing

-- the policy is another one's
alter policy tenant_isolation on host.notes to $owner;
--> policy tenant_isolation on host.notes: is not the one that isolation makes | table host.notes: carries tenant_id and is not isolated: the policy tenant_isolation is missing

-- another policy lets rows through
create policy support on host.notes for select using (true);
--> policy support on host.notes: lets rows through beside tenant_isolation

-- the column may be null
alter table host.notes alter tenant_id drop not null;
--> table host.notes: carries tenant_id and is not isolated: the column may be null

-- a column of another name may be null
alter table host."We""ird 'T; --" alter "Te nant" drop not null;
--> table host."We""ird 'T; --": carries Te nant and is not isolated: the column may be null

-- a key over all tenants
alter table host.notes add unique (text);
--> constraint notes_text_key on host.notes: is unique across tenants, so it tells a tenant what another one has

-- a unique index over all tenants
create unique index notes_lower on host.notes (lower(text)) include (tenant_id) where text <> '';
--> index host.notes_lower: is unique across tenants, so it tells a tenant what another one has

-- a foreign key that does not ask for the tenant
alter table host.calls add unique (id);
alter table host.notes add column call_id bigint references host.calls (id) on delete set null deferrable;
--> constraint calls_id_key on host.calls: is unique across tenants, so it tells a tenant what another one has; foreign keys that need it: notes_call_id_fkey on host.notes | foreign key notes_call_id_fkey on host.notes: refers to host.calls without the tenant on both sides, so a row can belong to another tenant's

-- a foreign key that takes the tenant from another column
alter table host.legs add column other uuid, add column other_id bigint, add constraint crossing foreign key (other, other_id) references host.calls (tenant_id, id);
--> foreign key crossing on host.legs: refers to host.calls without the tenant on both sides, so a row can belong to another tenant's

-- a view, of a view, that looks as its owner
create view host.loud as select * from host.texts;
--> view host.loud: reads tenants' tables with its owner's rights

-- a copy, in another schema
-- as postgres
create schema elsewhere;
create materialized view elsewhere.copy as select * from host.events_1;
--> materialized view elsewhere.copy: is a copy of tenants' rows that no policy guards

-- a rule
create rule also as on insert to host.notes do also delete from host.countries;
--> rule also on host.notes: rewrites statements, and what it makes of them runs with its owner's rights

-- the login may truncate
grant truncate on host.notes to $app;
--> table host.notes: gives the login that serves truncate, which row-level security does not bind

-- everybody may refer to a column, and hang triggers
grant references (tenant_id), trigger on host.notes to public;
--> table host.notes: gives the login that serves references, trigger, which row-level security does not bind

-- the login owns a table
-- as postgres
alter table host.notes owner to $app;
--> role $app: the login that serves owns host.notes; let this login migrate, and serve as another one (create role tenancy_service login; grant tenancy_app to tenancy_service), or

-- the login may become the owner
-- as postgres
grant $owner to $app;
--> role $owner: the login that serves may become the owner of host."We""ird 'T; --", host.base, host.calls and 7 more; let this login migrate, and serve as another one (create role tenancy_service login; grant tenancy_app to tenancy_service), or

-- the login has BYPASSRLS
-- as postgres
alter role $app bypassrls;
--> role $app: has BYPASSRLS, so row-level security does not bind it

-- a superuser owns a table
-- as postgres
alter table host.notes owner to postgres;
--> role postgres: owns isolated tables and is a superuser, so what runs as their owner goes past row-level security

-- the owner has BYPASSRLS
-- as postgres
alter role $owner bypassrls;
--> role $owner: owns isolated tables and is one with BYPASSRLS, so what runs as their owner goes past row-level security

-- a function that anybody can mislead
create function host.total() returns bigint language sql security definer as 'select count(*) from host.notes';
--> function host.total(): runs as its owner in whatever search_path its caller set

-- a procedure of a superuser
-- as postgres
create procedure host.sweep() language sql security definer set search_path = pg_catalog, pg_temp as 'delete from host.notes';
--> procedure host.sweep(): runs as postgres, whom row-level security does not bind

-- a trigger that is turned off
create trigger kept before update on host.notes for each row execute function suppress_redundant_updates_trigger();
alter table host.notes disable trigger kept;
--> trigger kept on host.notes: is disabled

-- foreign keys that are not checked
-- as postgres
alter table host.legs disable trigger all;
--> table host.legs: foreign keys are not checked: their triggers are disabled

-- every connection of the login begins with a seal
-- as postgres
alter role $app set tenancy.seal = 'k1';
--> setting tenancy.seal: is stored as 'k1' for every new connection

-- a table of another server
-- as postgres
create foreign data wrapper afar;
create server other foreign data wrapper afar;
create foreign table host.remote (tenant_id uuid) server other;
alter table host.remote owner to $owner;
grant select on host.remote to $app;
--> table host.remote: is foreign, so no policy can guard it

-- a partition on another server
-- as postgres
create foreign data wrapper afar;
create server other foreign data wrapper afar;
create foreign table host.events_far partition of host.events for values from (30) to (40) server other;
alter table host.events_far owner to $owner;
--> table host.events_far: is foreign, so no policy can guard it
