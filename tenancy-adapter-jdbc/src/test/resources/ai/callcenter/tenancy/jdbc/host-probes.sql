-- a table, without a context, shows nothing
-- as $app
select count(*) from host.notes;
--> 0

-- a table shows the tenant's own rows
-- as $app
-- in tenant_id=$acme
select count(*), count(distinct tenant_id), min(tenant_id::text) from host.notes;
--> 1|1|$acme

-- a table takes no row of another tenant
-- as $app
-- in tenant_id=$acme
insert into host.notes (tenant_id) values ('$globex');
--> 42501

-- a table, without a context, takes no row
-- as $app
insert into host.notes (tenant_id) values ('$globex');
--> 42501

-- a table hands no row over
-- as $app
-- in tenant_id=$acme
update host.notes set tenant_id = '$globex';
--> 42501

-- a table changes no row of another tenant
-- as $app
-- in tenant_id=$acme
delete from host.notes where tenant_id = '$globex';
--> 0 rows

-- a table is not emptied
-- as $app
-- in tenant_id=$acme
truncate host.notes;
--> 42501

-- a table whose key begins with the tenant, without a context, shows nothing
-- as $app
select count(*) from host.calls;
--> 0

-- a table whose key begins with the tenant shows the tenant's own rows
-- as $app
-- in tenant_id=$acme
select count(*), count(distinct tenant_id), min(tenant_id::text) from host.calls;
--> 1|1|$acme

-- a table whose key begins with the tenant takes no row of another tenant
-- as $app
-- in tenant_id=$acme
insert into host.calls (tenant_id, id) values ('$globex', 9);
--> 42501

-- a table whose key begins with the tenant, without a context, takes no row
-- as $app
insert into host.calls (tenant_id, id) values ('$globex', 9);
--> 42501

-- a table whose key begins with the tenant hands no row over
-- as $app
-- in tenant_id=$acme
update host.calls set tenant_id = '$globex';
--> 42501

-- a table whose key begins with the tenant changes no row of another tenant
-- as $app
-- in tenant_id=$acme
delete from host.calls where tenant_id = '$globex';
--> 0 rows

-- a table whose key begins with the tenant is not emptied
-- as $app
-- in tenant_id=$acme
truncate host.calls;
--> 42501

-- a partitioned table, without a context, shows nothing
-- as $app
select count(*) from host.events;
--> 0

-- a partitioned table shows the tenant's own rows
-- as $app
-- in tenant_id=$acme
select count(*), count(distinct tenant_id), min(tenant_id::text) from host.events;
--> 2|1|$acme

-- a partitioned table takes no row of another tenant
-- as $app
-- in tenant_id=$acme
insert into host.events (tenant_id, at) values ('$globex', 1);
--> 42501

-- a partitioned table, without a context, takes no row
-- as $app
insert into host.events (tenant_id, at) values ('$globex', 1);
--> 42501

-- a partitioned table hands no row over
-- as $app
-- in tenant_id=$acme
update host.events set tenant_id = '$globex';
--> 42501

-- a partitioned table changes no row of another tenant
-- as $app
-- in tenant_id=$acme
delete from host.events where tenant_id = '$globex';
--> 0 rows

-- a partitioned table is not emptied
-- as $app
-- in tenant_id=$acme
truncate host.events;
--> 42501

-- a partition, without a context, shows nothing
-- as $app
select count(*) from host.events_1;
--> 0

-- a partition shows the tenant's own rows
-- as $app
-- in tenant_id=$acme
select count(*), count(distinct tenant_id), min(tenant_id::text) from host.events_1;
--> 1|1|$acme

-- a partition takes no row of another tenant
-- as $app
-- in tenant_id=$acme
insert into host.events_1 (tenant_id, at) values ('$globex', 1);
--> 42501

-- a partition, without a context, takes no row
-- as $app
insert into host.events_1 (tenant_id, at) values ('$globex', 1);
--> 42501

-- a partition hands no row over
-- as $app
-- in tenant_id=$acme
update host.events_1 set tenant_id = '$globex';
--> 42501

-- a partition changes no row of another tenant
-- as $app
-- in tenant_id=$acme
delete from host.events_1 where tenant_id = '$globex';
--> 0 rows

-- a partition is not emptied
-- as $app
-- in tenant_id=$acme
truncate host.events_1;
--> 42501

-- a partition's partition, without a context, shows nothing
-- as $app
select count(*) from host.events_2x;
--> 0

-- a partition's partition shows the tenant's own rows
-- as $app
-- in tenant_id=$acme
select count(*), count(distinct tenant_id), min(tenant_id::text) from host.events_2x;
--> 1|1|$acme

-- a partition's partition takes no row of another tenant
-- as $app
-- in tenant_id=$acme
insert into host.events_2x (tenant_id, at) values ('$globex', 11);
--> 42501

-- a partition's partition, without a context, takes no row
-- as $app
insert into host.events_2x (tenant_id, at) values ('$globex', 11);
--> 42501

-- a partition's partition hands no row over
-- as $app
-- in tenant_id=$acme
update host.events_2x set tenant_id = '$globex';
--> 42501

-- a partition's partition changes no row of another tenant
-- as $app
-- in tenant_id=$acme
delete from host.events_2x where tenant_id = '$globex';
--> 0 rows

-- a partition's partition is not emptied
-- as $app
-- in tenant_id=$acme
truncate host.events_2x;
--> 42501

-- a table that others inherit from, without a context, shows nothing
-- as $app
select count(*) from host.base;
--> 0

-- a table that others inherit from shows the tenant's own rows
-- as $app
-- in tenant_id=$acme
select count(*), count(distinct tenant_id), min(tenant_id::text) from host.base;
--> 2|1|$acme

-- a table that others inherit from takes no row of another tenant
-- as $app
-- in tenant_id=$acme
insert into host.base (tenant_id) values ('$globex');
--> 42501

-- a table that others inherit from, without a context, takes no row
-- as $app
insert into host.base (tenant_id) values ('$globex');
--> 42501

-- a table that others inherit from hands no row over
-- as $app
-- in tenant_id=$acme
update host.base set tenant_id = '$globex';
--> 42501

-- a table that others inherit from changes no row of another tenant
-- as $app
-- in tenant_id=$acme
delete from host.base where tenant_id = '$globex';
--> 0 rows

-- a table that others inherit from is not emptied
-- as $app
-- in tenant_id=$acme
truncate host.base;
--> 42501

-- a table that inherits, without a context, shows nothing
-- as $app
select count(*) from host.derived;
--> 0

-- a table that inherits shows the tenant's own rows
-- as $app
-- in tenant_id=$acme
select count(*), count(distinct tenant_id), min(tenant_id::text) from host.derived;
--> 1|1|$acme

-- a table that inherits takes no row of another tenant
-- as $app
-- in tenant_id=$acme
insert into host.derived (tenant_id) values ('$globex');
--> 42501

-- a table that inherits, without a context, takes no row
-- as $app
insert into host.derived (tenant_id) values ('$globex');
--> 42501

-- a table that inherits hands no row over
-- as $app
-- in tenant_id=$acme
update host.derived set tenant_id = '$globex';
--> 42501

-- a table that inherits changes no row of another tenant
-- as $app
-- in tenant_id=$acme
delete from host.derived where tenant_id = '$globex';
--> 0 rows

-- a table that inherits is not emptied
-- as $app
-- in tenant_id=$acme
truncate host.derived;
--> 42501

-- a table with a hostile name, without a context, shows nothing
-- as $app
select count(*) from host."We""ird 'T; --";
--> 0

-- a table with a hostile name shows the tenant's own rows
-- as $app
-- in tenant_id=$acme
select count(*), count(distinct "Te nant"), min("Te nant"::text) from host."We""ird 'T; --";
--> 1|1|$acme

-- a table with a hostile name takes no row of another tenant
-- as $app
-- in tenant_id=$acme
insert into host."We""ird 'T; --" ("Te nant") values ('$globex');
--> 42501

-- a table with a hostile name, without a context, takes no row
-- as $app
insert into host."We""ird 'T; --" ("Te nant") values ('$globex');
--> 42501

-- a table with a hostile name hands no row over
-- as $app
-- in tenant_id=$acme
update host."We""ird 'T; --" set "Te nant" = '$globex';
--> 42501

-- a table with a hostile name changes no row of another tenant
-- as $app
-- in tenant_id=$acme
delete from host."We""ird 'T; --" where "Te nant" = '$globex';
--> 0 rows

-- a table with a hostile name is not emptied
-- as $app
-- in tenant_id=$acme
truncate host."We""ird 'T; --";
--> 42501

-- a foreign key does not reach into another tenant
-- as $app
-- in tenant_id=$acme
insert into host.legs (id, call_id) values (9, 2);
--> 23503 legs_tenant_id_call_id_fkey

-- what falls with a row is of the same tenant
-- as $app
-- in tenant_id=$acme
delete from host.calls;
select set_config('tenancy.tenant_id', '$globex', true);
select count(*) from host.legs;
--> 1

-- a table without tenants is for all
-- as $app
select count(*) from host.countries;
--> 1

-- a view looks as its caller
-- as $app
-- in tenant_id=$acme
select text from host.texts;
--> acme

-- nor does the owner see more
-- as $owner
select count(*) from host.notes;
--> 0

-- the service has no right to tenancy's own tables
-- as $app
-- in tenant_id=$acme
select count(*) from tenancy.tenants;
--> 42501
