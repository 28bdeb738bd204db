-- Seats and the last admin, exact under concurrency: counters on the tenant's row, kept by triggers, and
-- CHECK constraints over them. Counting rows and then writing is a race; a counter's row is a lock.

create function tenancy.count_members() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  members integer := 0;
  admins  integer := 0;
begin
  if tg_op <> 'INSERT' then
    members := members - 1;
    admins := admins - (old.role = 'admin')::integer;
  end if;
  if tg_op <> 'DELETE' then
    members := members + 1;
    admins := admins + (new.role = 'admin')::integer;
  end if;
  update tenancy.tenants t
     set user_count = t.user_count + members,
         admin_count = case when admins = 0 then t.admin_count else coalesce(t.admin_count, 0) + admins end
   where t.id = coalesce(new.tenant_id, old.tenant_id)
     and (members <= 0 or t.status <> 'deleted');
  if not found then
    raise exception 'the tenant is deleted, or not the one of this transaction'
      using errcode = 'check_violation', schema = 'tenancy', table = 'tenants', constraint = 'tenants_not_deleted';
  end if;
  return null;
end
$$;

create trigger tenant_users_counted
  after insert or delete or update of role on tenancy.tenant_users
  for each row execute function tenancy.count_members();

-- A deleted tenant stays deleted, and is nobody's current one.
create function tenancy.end_tenant() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if old.status = 'deleted' then
    raise exception 'a deleted tenant stays deleted'
      using errcode = 'check_violation', schema = 'tenancy', table = 'tenants', constraint = 'tenants_not_deleted';
  end if;
  update tenancy.users u set current_tenant_id = null where u.current_tenant_id = new.id;
  return null;
end
$$;

create trigger tenants_ended
  after update of status on tenancy.tenants
  for each row when (old.status is distinct from new.status and (old.status = 'deleted' or new.status = 'deleted'))
  execute function tenancy.end_tenant();

-- Who is a platform admin changes through the operator's door only.
create function tenancy.guard_platform_role() returns trigger
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if nullif(current_setting('tenancy.operator', true), '') is null then
    raise exception 'a platform role changes only while an operator is named'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;

create trigger users_role_guarded
  before update of role on tenancy.users
  for each row when (old.role is distinct from new.role)
  execute function tenancy.guard_platform_role();

-- The user who owns an e-mail; made, unclaimed, when nobody does. Makes that one row visible while it looks.
create function tenancy.user_for_email(wanted text, id_if_unknown uuid, at timestamptz) returns uuid
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  before text := coalesce(current_setting('tenancy.email', true), '');
  owner  uuid;
begin
  perform set_config('tenancy.email', wanted, true);
  select u.id into owner from tenancy.users u where u.email = wanted;
  if owner is null then
    insert into tenancy.users (id, email, created_at) values (id_if_unknown, wanted, at)
      on conflict (email) do nothing returning id into owner;
  end if;
  if owner is null then -- somebody else made it since the first look
    select u.id into strict owner from tenancy.users u where u.email = wanted;
  end if;
  perform set_config('tenancy.email', before, true);
  return owner;
end
$$;
