create table recordings (
  tenant_id uuid not null,
  id        uuid not null,
  number    text not null,
  file      text not null,
  primary key (tenant_id, id)
);

-- From here on, who uses the table sees one tenant's rows of it.
select tenancy.isolate('recordings', grantee => 'recording_service');
