-- row-level security turned off
alter table host.notes disable row level security;
--> failed every table is isolated | failed host.notes: a row cannot be given to another tenant | failed host.notes: a row for another tenant is refused | failed host.notes: another tenant cannot delete | failed host.notes: another tenant cannot update | failed host.notes: another tenant sees no rows | failed host.notes: without a context no rows are seen

-- row-level security not forced on its owner, which is not the login
alter table host.notes no force row level security;
--> failed every table is isolated

-- the policy is gone, so that there is no row to try on
drop policy tenant_isolation on host.notes;
--> failed every table is isolated | failed host.notes: a row cannot be given to another tenant | failed host.notes: a row for another tenant is refused | failed host.notes: a row without a tenant becomes the context's | failed host.notes: another tenant cannot delete | failed host.notes: another tenant cannot update | failed host.notes: another tenant sees no rows | failed host.notes: without a context no rows are seen

-- the policy shows every row
alter policy tenant_isolation on host.calls using (true);
--> failed every table is isolated | failed host.calls: another tenant cannot delete | failed host.calls: another tenant sees no rows | failed host.calls: without a context no rows are seen

-- the policy lets any row be written
alter policy tenant_isolation on host.calls with check (true);
--> failed every table is isolated | failed host.calls: a row for another tenant is refused

-- another policy shows rows while there is no context
create policy support on host.notes for select using (tenancy.current_tenant() is null);
--> failed every table is isolated | failed host.notes: without a context no rows are seen

-- another policy lets rows be deleted
create policy cleaning on host.notes for delete using (true);
create policy cleaning_reads on host.notes for select using (true);
--> failed every table is isolated | failed host.notes: another tenant cannot delete | failed host.notes: another tenant sees no rows | failed host.notes: without a context no rows are seen

-- a foreign key without the tenant
alter table host.calls add unique (id);
alter table host.legs drop constraint legs_tenant_id_call_id_fkey, add constraint plain foreign key (call_id) references host.calls (id);
--> failed every table is isolated | failed host.legs: plain refuses another tenant's row of host.calls

-- foreign keys that are not checked
-- as postgres
alter table host.legs disable trigger all;
--> failed every table is isolated | failed host.legs: legs_tenant_id_call_id_fkey refuses another tenant's row of host.calls

-- the login may truncate
grant truncate on host.notes to $app;
--> failed every table is isolated

-- the column has no default
alter table host.notes alter tenant_id drop default;
--> failed host.notes: a row without a tenant becomes the context's

-- a new table, which nobody isolated, is covered without a line of test code
create table host.forgotten (tenant_id uuid not null, text text);
grant select, insert, update, delete on host.forgotten to $app;
--> failed every table is isolated | failed host.forgotten: a row cannot be given to another tenant | failed host.forgotten: a row for another tenant is refused | failed host.forgotten: a row without a tenant becomes the context's | failed host.forgotten: another tenant cannot delete | failed host.forgotten: another tenant cannot update | failed host.forgotten: another tenant sees no rows | failed host.forgotten: without a context no rows are seen

-- a new partition that the login reads by its name
create table host.events_0 partition of host.events default;
alter table host.events_1 disable row level security;
grant select on host.events_1 to $app;
--> failed every table is isolated | failed host.events: another tenant sees no rows | failed host.events: without a context no rows are seen

-- a CHECK that no sample passes: nothing is proved, and the tests say what to do
alter table host.queues add check (name ~ '^\+[0-9]{4}');
--> failed host.agents: a row cannot be given to another tenant | failed host.agents: a row for another tenant is refused | failed host.agents: a row without a tenant becomes the context's | failed host.agents: agents_tenant_id_boss_fkey refuses another tenant's row of host.agents | failed host.agents: agents_tenant_id_queue_id_fkey refuses another tenant's row of host.queues | failed host.agents: another tenant cannot delete | failed host.agents: another tenant cannot update | failed host.agents: another tenant sees no rows | failed host.agents: without a context no rows are seen | failed host.queues: a row cannot be given to another tenant | failed host.queues: a row for another tenant is refused | failed host.queues: a row without a tenant becomes the context's | failed host.queues: another tenant cannot delete | failed host.queues: another tenant cannot update | failed host.queues: another tenant sees no rows | failed host.queues: without a context no rows are seen

-- the login's connections begin with a tenant
-- as postgres
alter role $app set tenancy.tenant_id = '$acme';
--> failed a connection comes back without a tenant | failed every table is isolated

-- a table that the login may not insert into
-- as postgres
revoke insert on host.notes from $app;
--> failed host.notes: a row cannot be given to another tenant | failed host.notes: another tenant cannot delete | failed host.notes: another tenant cannot update | failed host.notes: another tenant sees no rows | failed host.notes: without a context no rows are seen

-- a table without a tenant's column, which nobody said all share
create table host.prices (amount numeric);
grant select on host.prices to $app;
--> failed every table is a tenant's or shared
