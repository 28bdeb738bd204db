create table invoice_lines (
  tenant_id uuid   not null,
  id        uuid   not null,
  text      text   not null,
  cents     bigint not null,
  primary key (tenant_id, id)
);

-- From here on, who uses the table sees one tenant's rows of it.
select tenancy.isolate('invoice_lines', grantee => 'billing_service');
