-- Tables whose sample rows ask for more: many types, a queue that all tenants' rows refer to, a tree, sequences.
create domain host.score as smallint;
create type host.state as enum ('open', 'closed');
create table host.types (id bigint generated always as identity, a smallint not null, b numeric(8, 2) not null,
                         c text not null, d varchar(3) not null, e char(2) not null, f boolean not null, g date not null,
                         h timestamptz not null, i time not null, j interval not null, k inet not null, l jsonb not null,
                         m bytea not null, n uuid not null, o text[] not null, p int4range not null, q bit(3) not null,
                         r host.state not null, s host.score not null, t integer generated always as (a + 1) stored);
create table host.queues (tenant_id uuid, id bigserial, name text not null, primary key (tenant_id, id), unique (tenant_id, name));
create table host.agents (tenant_id uuid, id uuid default gen_random_uuid(), queue_id bigint not null, boss uuid,
                          country text not null references host.countries, primary key (tenant_id, id),
                          foreign key (tenant_id, queue_id) references host.queues (tenant_id, id) deferrable initially deferred,
                          foreign key (tenant_id, boss) references host.agents (tenant_id, id));
select tenancy.isolate('host.types', grantee => '$app'), tenancy.isolate('host.queues', grantee => '$app'),
       tenancy.isolate('host.agents', grantee => '$app');
grant usage on sequence host.queues_id_seq to $app;
