-- no table at all
-- mended by naming one
select tenancy.isolate(to_regclass('host.typo'));
--> 22004 tenancy.isolate needs a table, a column, a role and whether the context is sealed: none may be null

-- a view
-- mended by isolating its tables
create view host.v as select 1 as x;
select tenancy.isolate('host.v');
--> 42809 host.v cannot be isolated: it is a view

-- a materialized view
-- mended by isolating its tables
create materialized view host.m as select 1 as x;
select tenancy.isolate('host.m');
--> 42809 host.m cannot be isolated: it is a materialized view

-- a sequence
-- mended by isolating its table
create sequence host.s;
select tenancy.isolate('host.s');
--> 42809 host.s cannot be isolated: it is a sequence

-- a temporary table
-- mended by nothing
create temporary table passing (text text);
select tenancy.isolate('passing');
--> 42809 passing cannot be isolated: it is a temporary table

-- a table of tenancy
-- mended by nothing
select tenancy.isolate('tenancy.users');
--> 42501 tenancy.users cannot be isolated: schema tenancy is not yours

-- a table of the catalog
-- mended by nothing
select tenancy.isolate('pg_class');
--> 42501 pg_class cannot be isolated: schema pg_catalog is not yours

-- another one's table
-- mended by its owner
select tenancy.isolate('public.of_somebody_else');
--> 42501 public.of_somebody_else cannot be isolated by $owner: it belongs to postgres

-- for a role that there is not
-- mended by who may create roles
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => 'nobody "here"');
--> 42704 host.notes cannot be isolated for nobody "here": there is no such role

-- for its owner
-- mended by another login
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => '$owner');
--> 0LP01 host.notes cannot be isolated for $owner: it is the table's owner or may become it, so row-level security does not keep it

-- for a superuser
-- mended by another login
create table host.notes (text text);
select tenancy.isolate('host.notes', grantee => 'postgres');
--> 0LP01 host.notes cannot be isolated for postgres: it is a superuser, so row-level security does not keep it

-- rows that are nobody's, without the column
-- mended by filling
create table host.notes (text text);
insert into host.notes values ('a'), ('b');
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: table host.notes has 2 rows of no tenant

-- rows that are nobody's, in a table whose key is its own
-- mended by filling
create table host.notes (id bigint primary key, text text);
insert into host.notes values (1, 'a'), (2, 'b');
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: constraint notes_pkey on host.notes is unique across tenants, so it tells a tenant what another one has (the detail has more reasons)

-- rows that are nobody's, in a partition, behind a policy
-- mended by filling
create table host.events (tenant_id uuid, at integer) partition by range (at);
create table host.events_1 partition of host.events for values from (0) to (10);
insert into host.events values (null, 1), ('$acme', 2);
alter table host.events_1 enable row level security;
alter table host.events_1 force row level security;
select tenancy.isolate('host.events', grantee => '$app');
--> 55000 host.events cannot be isolated: table host.events_1 has 1 rows of no tenant

-- a column of another type
create table host.notes (tenant_id text, text text);
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: column host.notes.tenant_id is of type text, not uuid

-- a generated column
create table host.notes (a uuid, tenant_id uuid generated always as (a) stored);
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: column host.notes.tenant_id is generated from other columns, so it need not be the tenant's

-- a default of the column's own
create table host.notes (tenant_id uuid default gen_random_uuid());
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: column host.notes.tenant_id has a default of its own, gen_random_uuid()

-- a primary key, with the column to be added
create table host.calls (id bigint primary key);
select tenancy.isolate('host.calls', grantee => '$app');
--> 55000 host.calls cannot be isolated: constraint calls_pkey on host.calls is unique across tenants, so it tells a tenant what another one has

-- several keys and what refers to one of them
create table host.calls (tenant_id uuid, id bigint primary key, number text unique, unique (tenant_id, number));
create unique index "calls; by" on host.calls (lower(number) collate "C" desc) where number <> '';
create table host.legs (id bigint, call_id bigint references host.calls on update cascade on delete set null deferrable initially deferred);
select tenancy.isolate('host.calls', grantee => '$app');
--> 55000 host.calls cannot be isolated: constraint calls_pkey on host.calls is unique across tenants, so it tells a tenant what another one has; foreign keys that need it: legs_call_id_fkey on host.legs (the detail has more reasons)

-- a key that holds the tenant beside its columns
create table host.calls (tenant_id uuid, id bigint, unique (id) include (tenant_id));
select tenancy.isolate('host.calls', grantee => '$app');
--> 55000 host.calls cannot be isolated: constraint calls_id_tenant_id_key on host.calls is unique across tenants, so it tells a tenant what another one has

-- an exclusion over all tenants
create table host.shifts (tenant_id uuid, during tsrange, exclude using gist (during with &&));
select tenancy.isolate('host.shifts', grantee => '$app');
--> 55000 host.shifts cannot be isolated: constraint shifts_during_excl on host.shifts is unique across tenants, so it tells a tenant what another one has

-- a foreign key to a tenant's table that does not ask for the tenant
create table host.calls (tenant_id uuid not null, id bigint, unique (tenant_id, id), unique (id));
create table host.legs (tenant_id uuid, call_id bigint references host.calls (id));
select tenancy.isolate('host.legs', grantee => '$app');
--> 55000 host.legs cannot be isolated: foreign key legs_call_id_fkey on host.legs refers to host.calls without the tenant on both sides, so a row can belong to another tenant's

-- a foreign key of a table without tenants
create table host.calls (tenant_id uuid not null, id bigint, unique (tenant_id, id));
create table host.legs (owner uuid, call_id bigint, foreign key (owner, call_id) references host.calls (tenant_id, id));
select tenancy.isolate('host.calls', grantee => '$app');
--> 55000 host.calls cannot be isolated: foreign key legs_owner_call_id_fkey on host.legs refers to host.calls without the tenant on both sides, so a row can belong to another tenant's

-- a foreign key to itself
create table host.calls (tenant_id uuid not null, id bigint, parent bigint, unique (tenant_id, id), unique (id), foreign key (parent) references host.calls (id));
select tenancy.isolate('host.calls', grantee => '$app');
--> 55000 host.calls cannot be isolated: constraint calls_id_key on host.calls is unique across tenants, so it tells a tenant what another one has; foreign keys that need it: calls_parent_fkey on host.calls

-- a view that looks with its owner's rights
create table host.notes (text text);
create view host.texts as select text from host.notes;
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: view host.texts reads tenants' tables with its owner's rights

-- a view of a view, over a partition
create table host.events (at integer) partition by range (at);
create table host.events_1 partition of host.events for values from (0) to (10);
create view host.quiet with (security_invoker) as select * from host.events_1;
create view host.loud with (security_barrier) as select * from host.quiet;
select tenancy.isolate('host.events', grantee => '$app');
--> 55000 host.events cannot be isolated: view host.loud reads tenants' tables with its owner's rights

-- a materialized view
create table host.notes (text text);
create materialized view host.texts as select text from host.notes;
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: materialized view host.texts is a copy of tenants' rows that no policy guards

-- a policy that lets more through
create table host.notes (text text);
create policy "for support" on host.notes for select using (true);
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: policy "for support" on host.notes lets rows through beside tenant_isolation

-- a policy of the same name that says something else
create table host.notes (tenant_id uuid, text text);
create policy tenant_isolation on host.notes using (tenant_id is not null);
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: policy tenant_isolation on host.notes is not the one that isolation makes

-- a rule
create table host.notes (text text);
create rule quiet as on delete to host.notes do instead nothing;
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: rule quiet on host.notes rewrites statements, and what it makes of them runs with its owner's rights

-- a partition by itself
-- mended by isolating the whole
create table host.events (at integer) partition by range (at);
create table host.events_1 partition of host.events for values from (0) to (10);
select tenancy.isolate('host.events_1', grantee => '$app');
--> 55000 host.events_1 cannot be isolated: table host.events_1 is a part of host.events, through which its rows are read by the rules of that table

-- a name that is SQL
create table host."x; drop table host.y; --" ("te""nant" uuid, "i'd" bigint primary key);
select tenancy.isolate('host."x; drop table host.y; --"', 'te"nant', '$app');
--> 55000 host."x; drop table host.y; --" cannot be isolated: constraint "x; drop table host.y; --_pkey" on host."x; drop table host.y; --" is unique across tenants, so it tells a tenant what another one has

-- dropping a column that keys are made of
-- mended by dropping them
create table host.notes (id integer);
select tenancy.isolate('host.notes', grantee => '$app');
alter table host.notes add primary key (tenant_id, id);
select tenancy.unisolate('host.notes', drop_column => true);
--> 2BP01 column host.notes.tenant_id cannot be dropped: keys are made of it, notes_pkey

-- taking isolation from a part
-- mended by taking it from the whole
create table host.events (at integer) partition by range (at);
create table host.events_1 partition of host.events for values from (0) to (10);
select tenancy.isolate('host.events', grantee => '$app');
select tenancy.unisolate('host.events_1');
--> 55000 host.events_1 is a part of host.events

-- taking isolation from a table of tenancy
-- mended by nothing
select tenancy.unisolate('tenancy.users');
--> 42501 tenancy.users keeps its isolation: schema tenancy is not yours

-- taking isolation from another one's table
-- mended by its owner
select tenancy.unisolate('public.of_somebody_else');
--> 42501 public.of_somebody_else cannot be changed by $owner: it belongs to postgres
