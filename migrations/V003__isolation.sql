-- Row-level security, on every table, forced on the owner too. The context is a set of transaction-local
-- settings; none of them set means no rows. Policies hang on settings, never on roles. Each (select …) makes
-- the function run once a statement instead of once a row.

create function tenancy.current_tenant() returns uuid stable parallel safe
  return nullif(current_setting('tenancy.tenant_id', true), '')::uuid;
create function tenancy.current_user_id() returns uuid stable parallel safe
  return nullif(current_setting('tenancy.user_id', true), '')::uuid;
create function tenancy.current_operator() returns text stable parallel safe
  return nullif(current_setting('tenancy.operator', true), '');
create function tenancy.current_issuer() returns text stable parallel safe
  return nullif(current_setting('tenancy.issuer', true), '');
create function tenancy.current_subject() returns text stable parallel safe
  return nullif(current_setting('tenancy.subject', true), '');
create function tenancy.current_email() returns text stable parallel safe
  return nullif(current_setting('tenancy.email', true), '');

-- What the code expects to find; the server compares it before it serves.
create function tenancy.schema_version() returns integer immutable parallel safe return 3;

do $$
declare
  name text;
begin
  foreach name in array array['tenants', 'users', 'user_identities', 'tenant_users', 'tenant_configs',
                              'audit_log', 'platform_log'] loop
    execute format('alter table tenancy.%I enable row level security', name);
    execute format('alter table tenancy.%I force row level security', name);
  end loop;
end
$$;

-- In a tenant.
create policy tenant_isolation on tenancy.tenants
  using (id = (select tenancy.current_tenant())) with check (id = (select tenancy.current_tenant()));
create policy tenant_isolation on tenancy.tenant_users
  using (tenant_id = (select tenancy.current_tenant())) with check (tenant_id = (select tenancy.current_tenant()));
create policy tenant_isolation on tenancy.tenant_configs
  using (tenant_id = (select tenancy.current_tenant())) with check (tenant_id = (select tenancy.current_tenant()));
create policy tenant_isolation on tenancy.audit_log
  using (tenant_id = (select tenancy.current_tenant())) with check (tenant_id = (select tenancy.current_tenant()));

-- As a user, outside of any tenant: one's own row, one's own memberships, their tenants; read-only but for
-- one's own row.
create policy own_user on tenancy.users for select using (id = (select tenancy.current_user_id()));
create policy own_user_change on tenancy.users for update
  using (id = (select tenancy.current_user_id())) with check (id = (select tenancy.current_user_id()));
create policy own_memberships on tenancy.tenant_users for select
  using ((select tenancy.current_tenant()) is null and user_id = (select tenancy.current_user_id()));
create policy own_tenants on tenancy.tenants for select
  using ((select tenancy.current_tenant()) is null
         and id in (select m.tenant_id from tenancy.tenant_users m where m.user_id = (select tenancy.current_user_id())));

-- As an identity that signs in: its own line, the user it belongs to, the user with its e-mail.
create policy own_identity on tenancy.user_identities
  using (issuer = (select tenancy.current_issuer()) and subject = (select tenancy.current_subject()))
  with check (issuer = (select tenancy.current_issuer()) and subject = (select tenancy.current_subject()));
create policy identified_user on tenancy.users for select
  using ((select tenancy.current_issuer()) is not null
         and id in (select i.user_id from tenancy.user_identities i
                     where i.issuer = (select tenancy.current_issuer()) and i.subject = (select tenancy.current_subject())));
create policy user_with_email on tenancy.users for select using (email = (select tenancy.current_email()));
create policy user_with_email_made on tenancy.users for insert
  with check (email = (select tenancy.current_email()) and role = 'user');
create policy user_with_email_change on tenancy.users for update
  using (email = (select tenancy.current_email())) with check (email = (select tenancy.current_email()));

-- As an operator, by name: every tenant to read, platform admins to read and change.
create policy operator_tenants on tenancy.tenants for select
  using ((select tenancy.current_tenant()) is null and (select tenancy.current_operator()) is not null);
create policy operator_admins on tenancy.users for select
  using ((select tenancy.current_operator()) is not null and role = 'platform_admin');
-- (A platform admin is changed as the user with that e-mail or id; the trigger asks for the operator.)

-- The platform's log takes lines from operators and from identities that sign in; the service cannot read it.
create policy platform_lines on tenancy.platform_log for insert
  with check ((select tenancy.current_operator()) is not null or (select tenancy.current_issuer()) is not null);

-- For the trigger that ends a tenant, which runs as the owner: the tenant's members, whose current tenant it is.
-- (An UPDATE needs the row to be visible after it as well as before.)
create policy ended_tenant on tenancy.users for select to tenancy_owner
  using (exists (select from tenancy.tenant_users m
                  where m.tenant_id = (select tenancy.current_tenant()) and m.user_id = users.id));
create policy ended_tenant_change on tenancy.users for update to tenancy_owner
  using (current_tenant_id = (select tenancy.current_tenant())) with check (current_tenant_id is null);

-- Column by column, what the service does and nothing else: no TRUNCATE, REFERENCES, TRIGGER anywhere, no change
-- of a tenant_id, of a counter, of a line in a log.
revoke all on all functions in schema tenancy from public;
grant usage on schema tenancy to tenancy_app;
grant execute on function tenancy.current_tenant(), tenancy.current_user_id(), tenancy.current_operator(),
  tenancy.current_issuer(), tenancy.current_subject(), tenancy.current_email(), tenancy.schema_version(),
  tenancy.user_for_email(text, uuid, timestamptz) to tenancy_app;
grant select,
      insert (id, name, name_key, domain, description, max_users, metadata, created_at, updated_at),
      update (name, name_key, domain, description, max_users, status, metadata, updated_at)
  on tenancy.tenants to tenancy_app;
grant select,
      insert (id, email, name, claimed, created_at),
      update (name, claimed, role, current_tenant_id)
  on tenancy.users to tenancy_app;
grant select, insert on tenancy.user_identities to tenancy_app;
grant select, delete,
      insert (tenant_id, user_id, email, name, name_key, role, joined_at, entered_at),
      update (role, name, name_key, entered_at)
  on tenancy.tenant_users to tenancy_app;
grant select, delete, insert (tenant_id, key, value, updated_at), update (value, updated_at)
  on tenancy.tenant_configs to tenancy_app;
grant select, insert on tenancy.audit_log to tenancy_app;
grant insert on tenancy.platform_log to tenancy_app;
