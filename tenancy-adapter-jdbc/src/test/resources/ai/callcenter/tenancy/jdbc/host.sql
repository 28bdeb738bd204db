-- The tables of a service, of every shape, isolated for its login; rows of two tenants in each.
create table host.countries (code text primary key);
create table host.calls (tenant_id uuid, id bigint, country text references host.countries, primary key (tenant_id, id));
create table host.legs (tenant_id uuid not null, id bigint, call_id bigint, primary key (tenant_id, id),
                        foreign key (tenant_id, call_id) references host.calls (tenant_id, id) on delete cascade);
create table host.notes (text text);
create table host.events (at integer, text text) partition by range (at);
create table host.events_1 partition of host.events for values from (0) to (10);
create table host.events_2 partition of host.events for values from (10) to (20) partition by list (text);
create table host.events_2x partition of host.events_2 default;
create table host.base (text text);
create table host.derived (more text) inherits (host.base);
create table host."We""ird 'T; --" ("Te nant" uuid, text text);
create view host.texts with (security_invoker) as select text from host.notes;
grant select on host.texts, host.countries to $app;
insert into host.countries values ('de');
select tenancy.isolate('host.calls', grantee => '$app'), tenancy.isolate('host.legs', grantee => '$app'),
       tenancy.isolate('host.notes', grantee => '$app'), tenancy.isolate('host.events', grantee => '$app'),
       tenancy.isolate('host.base', grantee => '$app'), tenancy.isolate('host."We""ird ''T; --"', 'Te nant', '$app');
