-- The three tables that every request reads, one row of each: a policy with a (select …) starts a plan of its own for
-- it, and that is 2 of the 9 microseconds that a row takes. Without, the function is the key of an index, looked up once
-- a scan. A scan of the whole table would call it for each row; none is made of these in one tenant, and an operator's
-- view of all tenants is let through by another policy before.

alter policy tenant_isolation on tenancy.tenants
  using (id = tenancy.current_tenant()) with check (id = tenancy.current_tenant());
alter policy tenant_isolation on tenancy.tenant_users
  using (tenant_id = tenancy.current_tenant()) with check (tenant_id = tenancy.current_tenant());
alter policy own_sign_out on tenancy.sign_outs
  using (user_id = tenancy.current_user_id()) with check (user_id = tenancy.current_user_id());

create or replace function tenancy.schema_version() returns integer immutable parallel safe return 8;
