create table queues (
  tenant_id uuid not null,
  id        uuid not null,
  number    text not null,
  name      text not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);

-- From here on, who uses the table sees one tenant's rows of it.
select tenancy.isolate('queues', grantee => 'routing_service');
