-- a table without the column
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$app');
--> column tenant_id added to host.notes; column host.notes.tenant_id is by default tenancy.current_tenant(); row-level security enabled on host.notes; row-level security of host.notes forced on its owner too; policy tenant_isolation made on host.notes, by tenancy.current_tenant(); index notes_tenant_id_idx made on host.notes (tenant_id); select on host.notes granted to $app; insert on host.notes granted to $app; update on host.notes granted to $app; delete on host.notes granted to $app

-- a table that has the column, a key that begins with it, and rows
create table host.calls (tenant_id uuid, id bigserial, primary key (tenant_id, id));
insert into host.calls (tenant_id) values ('$acme');
select tenancy.isolate('host.calls', grantee => '$app');
--> column host.calls.tenant_id is by default tenancy.current_tenant(); row-level security enabled on host.calls; row-level security of host.calls forced on its owner too; policy tenant_isolation made on host.calls, by tenancy.current_tenant(); select on host.calls granted to $app; insert on host.calls granted to $app; update on host.calls granted to $app; delete on host.calls granted to $app; usage on sequence host.calls_id_seq granted to $app

-- a second time
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$app');
select tenancy.isolate('host.notes', grantee => '$app');
--> host.notes is isolated already

-- a second time, when something is missing
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$app');
alter table host.notes no force row level security;
alter table host.notes alter tenant_id drop not null;
select tenancy.isolate('host.notes', grantee => '$app');
--> column host.notes.tenant_id made not null; row-level security of host.notes forced on its owner too

-- a second time, after a restore that lost the comments
-- keeps what nobody remembers
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$app');
comment on policy tenant_isolation on host.notes is null;
select tenancy.isolate('host.notes', grantee => '$app');
--> host.notes is isolated already

-- with its context sealed, when it was not
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$app');
select tenancy.isolate('host.notes', grantee => '$app', sealed => true);
--> column host.notes.tenant_id is by default tenancy.sealed_tenant(); policy tenant_isolation of host.notes is by tenancy.sealed_tenant() now, not by tenancy.current_tenant()

-- with its context not sealed any more
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$app', sealed => true);
select tenancy.isolate('host.notes', grantee => '$app');
--> column host.notes.tenant_id is by default tenancy.current_tenant(); policy tenant_isolation of host.notes is by tenancy.current_tenant() now, not by tenancy.sealed_tenant()

-- rights that go past row-level security, of the login and of everybody
create table host.notes (tenant_id uuid not null default tenancy.current_tenant());
create index on host.notes (tenant_id);
alter table host.notes enable row level security;
grant select, truncate, references, trigger on host.notes to $app, public;
select tenancy.isolate('host.notes', grantee => '$app');
--> row-level security of host.notes forced on its owner too; policy tenant_isolation made on host.notes, by tenancy.current_tenant(); references on host.notes taken from $app; references on host.notes taken from public; trigger on host.notes taken from $app; trigger on host.notes taken from public; truncate on host.notes taken from $app; truncate on host.notes taken from public; insert on host.notes granted to $app; update on host.notes granted to $app; delete on host.notes granted to $app

-- partitions of partitions, and one that comes later
-- keeps the one that comes later
create table host.events (at integer) partition by range (at);
create table host.events_1 partition of host.events for values from (0) to (10) partition by range (at);
create table host.events_11 partition of host.events_1 for values from (0) to (5);
select tenancy.isolate('host.events', grantee => '$app');
create table host.events_2 partition of host.events for values from (10) to (20);
select tenancy.isolate('host.events', grantee => '$app');
--> row-level security enabled on host.events_2; row-level security of host.events_2 forced on its owner too; policy tenant_isolation made on host.events_2, by tenancy.current_tenant(); select on host.events_2 granted to $app; insert on host.events_2 granted to $app; update on host.events_2 granted to $app; delete on host.events_2 granted to $app

-- a table that another one inherits from
create table host.base (text text);
create table host.derived (more text) inherits (host.base);
select tenancy.isolate('host.base', grantee => '$app');
--> column tenant_id added to host.base; column host.base.tenant_id is by default tenancy.current_tenant(); row-level security enabled on host.base; row-level security of host.base forced on its owner too; policy tenant_isolation made on host.base, by tenancy.current_tenant(); index base_tenant_id_idx made on host.base (tenant_id); select on host.base granted to $app; insert on host.base granted to $app; update on host.base granted to $app; delete on host.base granted to $app; row-level security enabled on host.derived; row-level security of host.derived forced on its owner too; policy tenant_isolation made on host.derived, by tenancy.current_tenant(); index derived_tenant_id_idx made on host.derived (tenant_id); select on host.derived granted to $app; insert on host.derived granted to $app; update on host.derived granted to $app; delete on host.derived granted to $app

-- names that are SQL
create table host."x'; drop table y; --" ("te""nant" uuid, "i'd" serial);
select tenancy.isolate('host."x''; drop table y; --"', 'te"nant', '$app');
--> column host."x'; drop table y; --"."te""nant" made not null; column host."x'; drop table y; --"."te""nant" is by default tenancy.current_tenant(); row-level security enabled on host."x'; drop table y; --"; row-level security of host."x'; drop table y; --" forced on its owner too; policy tenant_isolation made on host."x'; drop table y; --", by tenancy.current_tenant(); index "x'; drop table y; --_te""nant_idx" made on host."x'; drop table y; --" ("te""nant"); select on host."x'; drop table y; --" granted to $app; insert on host."x'; drop table y; --" granted to $app; update on host."x'; drop table y; --" granted to $app; delete on host."x'; drop table y; --" granted to $app; usage on sequence host."x'; drop table y; --_i'd_seq" granted to $app

-- for a login that may not use the schema
-- keeps a case to itself
create table host.notes (text text);
revoke usage on schema host from $app;
select isolate from tenancy.isolate('host.notes', grantee => '$app') where isolate like 'to do%';
--> to do: grant usage on schema host to $app

-- keys that begin with the tenant, and tables that have none
-- keeps a case to itself
create table host.countries (code text primary key);
create table host.calls (tenant_id uuid, id bigint, country text references host.countries, number text, primary key (tenant_id, id), unique (number, tenant_id), exclude using btree (tenant_id with =, number with =));
create table host.legs (tenant_id uuid, call_id bigint, of uuid, foreign key (call_id, tenant_id) references host.calls (id, tenant_id));
select isolate from tenancy.isolate('host.calls', grantee => '$app') where isolate like 'policy%'
union all select isolate from tenancy.isolate('host.legs', grantee => '$app') where isolate like 'policy%';
--> policy tenant_isolation made on host.calls, by tenancy.current_tenant(); policy tenant_isolation made on host.legs, by tenancy.current_tenant()

-- a partitioned table
create table host.events (at integer) partition by range (at);
create table host.events_1 partition of host.events for values from (0) to (10);
select tenancy.isolate('host.events', grantee => '$app');
--> column tenant_id added to host.events; column host.events.tenant_id is by default tenancy.current_tenant(); row-level security enabled on host.events; row-level security of host.events forced on its owner too; policy tenant_isolation made on host.events, by tenancy.current_tenant(); index events_tenant_id_idx made on host.events (tenant_id); select on host.events granted to $app; insert on host.events granted to $app; update on host.events granted to $app; delete on host.events granted to $app; row-level security enabled on host.events_1; row-level security of host.events_1 forced on its owner too; policy tenant_isolation made on host.events_1, by tenancy.current_tenant(); select on host.events_1 granted to $app; insert on host.events_1 granted to $app; update on host.events_1 granted to $app; delete on host.events_1 granted to $app

-- what is remembered was forged: nothing of it is done to anything else
-- keeps row-level security
create table host.other (id integer);
create index other_id on host.other (id);
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$app');
comment on policy tenant_isolation on host.notes is '{"index": "other_id", "gave": [["ALL", "$app"], ["SELECT", "; drop role x"], 7], "took": [["SUPERUSER", null], {"TRUNCATE": 1}], "sequences": "host.other", "rls": "true", "default": {}, "column": 1}';
select tenancy.unisolate('host.notes', drop_column => true);
--> policy tenant_isolation on host.notes dropped; row-level security of host.notes stays enabled, as it was before

-- what is remembered is no JSON, or not JSON that PostgreSQL takes
-- keeps row-level security
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$app');
comment on policy tenant_isolation on host.notes is 'keep out';
select tenancy.isolate('host.notes', grantee => '$app');
comment on policy tenant_isolation on host.notes is '{"index": "\u0000"}';
select tenancy.unisolate('host.notes');
--> policy tenant_isolation on host.notes dropped; row-level security of host.notes stays enabled, as it was before

-- a primary key that came later keeps the column
-- keeps row-level security
create table host.notes (id integer);
select tenancy.isolate('host.notes', grantee => '$app');
alter table host.notes add primary key (tenant_id, id);
select unisolate from tenancy.unisolate('host.notes') where unisolate like '%tenant_id %';
--> column host.notes.tenant_id has no default again; column host.notes.tenant_id stays, with what is in it; to drop it: alter table host.notes drop column tenant_id
