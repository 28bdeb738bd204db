-- Whose a domain is. A domain is public: whoever knows it may learn the tenant's id, and nothing else of the tenant. A
-- deleted tenant has given its domain up. The function makes that one row visible to the owner, whom it runs as, while
-- it looks.

create policy tenant_of_domain on tenancy.tenants for select to tenancy_owner
  using (domain = (select nullif(current_setting('tenancy.domain', true), '')) and status <> 'deleted');

create function tenancy.tenant_of_domain(wanted text) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  before text := coalesce(current_setting('tenancy.domain', true), '');
  holder uuid;
begin
  perform set_config('tenancy.domain', wanted, true);
  select t.id into holder from tenancy.tenants t where t.domain = wanted and t.status <> 'deleted';
  perform set_config('tenancy.domain', before, true);
  return holder;
end
$$;
revoke all on function tenancy.tenant_of_domain(text) from public;
grant execute on function tenancy.tenant_of_domain(text) to tenancy_app;

create or replace function tenancy.schema_version() returns integer immutable parallel safe return 10;
