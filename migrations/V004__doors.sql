-- One tenant's rows are what a table shows; whatever else may be seen is behind a door of its own. Policies that are
-- joined by OR cost every statement the start of each of them, so the two tables that every request reads keep one
-- equality. A user's own tenants, and an operator's look at all of them, are views that run as tenancy_owner, whom
-- policies of its own bind.

drop policy own_memberships on tenancy.tenant_users;
drop policy own_tenants on tenancy.tenants;
drop policy operator_tenants on tenancy.tenants;

create policy own_memberships on tenancy.tenant_users for select to tenancy_owner
  using (user_id = (select tenancy.current_user_id()));
create policy own_tenants on tenancy.tenants for select to tenancy_owner
  using ((select tenancy.current_tenant()) is null
         and id in (select m.tenant_id from tenancy.tenant_users m where m.user_id = (select tenancy.current_user_id())));
create policy operator_tenants on tenancy.tenants for select to tenancy_owner
  using ((select tenancy.current_tenant()) is null and (select tenancy.current_operator()) is not null);

-- Whether a membership is in its user's current tenant, so that a request need not read users.
alter table tenancy.tenant_users add column is_current boolean not null default false; -- kept by a trigger

alter table tenancy.tenant_users no force row level security;
alter table tenancy.users no force row level security;
update tenancy.tenant_users m set is_current = true
  from tenancy.users u where u.id = m.user_id and u.current_tenant_id = m.tenant_id;
alter table tenancy.tenant_users force row level security;
alter table tenancy.users force row level security;

create policy own_memberships_change on tenancy.tenant_users for update to tenancy_owner
  using (user_id = (select tenancy.current_user_id())) with check (user_id = (select tenancy.current_user_id()));

create function tenancy.move_current() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  before text := coalesce(current_setting('tenancy.user_id', true), '');
begin
  perform set_config('tenancy.user_id', new.id::text, true); -- whoever moves the user: both rows are this user's
  update tenancy.tenant_users m set is_current = not m.is_current
   where m.user_id = new.id
     and m.tenant_id in (old.current_tenant_id, new.current_tenant_id)
     and m.is_current is distinct from coalesce(m.tenant_id = new.current_tenant_id, false);
  perform set_config('tenancy.user_id', before, true);
  return null;
end
$$;
revoke all on function tenancy.move_current() from public;

create trigger users_current_moved
  after update of current_tenant_id on tenancy.users
  for each row when (old.current_tenant_id is distinct from new.current_tenant_id)
  execute function tenancy.move_current();

create view tenancy.own_tenants as
  select t.id, t.name, t.name_key, t.domain, t.description, t.max_users, t.user_count, t.status, t.metadata,
         t.created_at, t.updated_at, m.role, m.is_current
    from tenancy.tenant_users m join tenancy.tenants t on t.id = m.tenant_id
   where (select tenancy.current_tenant()) is null
     and m.user_id = (select tenancy.current_user_id())
     and t.status <> 'deleted';

create view tenancy.all_tenants as
  select t.id, t.name, t.name_key, t.domain, t.description, t.max_users, t.user_count, t.status, t.metadata,
         t.created_at, t.updated_at
    from tenancy.tenants t,
         (select tenancy.current_tenant() as tenant, tenancy.current_operator() as operator) as context
   where context.tenant is null and context.operator is not null;

grant select on tenancy.own_tenants, tenancy.all_tenants to tenancy_app;

