-- All rows that are there are one customer's; Onboarding makes that tenant, with this id.
alter table recordings add column tenant_id uuid;
update recordings set tenant_id = '5a3c1e90-7b52-4c1f-9d0e-2f6a8b4c7d11';

-- Each key begins with the tenant, or it would tell one tenant what another has.
alter table recordings drop constraint recordings_pkey, add constraint recordings_pkey primary key (tenant_id, id);
alter table recordings drop constraint recordings_file_key, add constraint recordings_file_key unique (tenant_id, file);

-- From here on, who uses the table sees one tenant's rows of it.
select tenancy.isolate('recordings', grantee => 'recording_service');
