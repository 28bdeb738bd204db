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
