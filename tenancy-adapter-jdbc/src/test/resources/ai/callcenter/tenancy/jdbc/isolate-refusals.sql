-- a key that tells what other tenants have
create table host.calls (id bigint primary key);
select tenancy.isolate('host.calls', grantee => '$app');
--> 55000 host.calls cannot be isolated: constraint calls_pkey on host.calls is unique across tenants, so it tells a tenant what another one has

-- a view that looks with its owner's rights
create table host.notes (text text);
create view host.texts as select text from host.notes;
select tenancy.isolate('host.notes', grantee => '$app');
--> 55000 host.notes cannot be isolated: view host.texts reads tenants' tables with its owner's rights
