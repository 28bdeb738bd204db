-- Takes back what tenancy.isolate did, and no more.

-- What isolate did to a table, as it is remembered; empty where there is nothing, or something else.
create function tenancy.isolation_note(target regclass) returns jsonb
  language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
  note jsonb;
begin
  note := (select obj_description(p.oid, 'pg_policy') from pg_policy p
            where p.polrelid = target and p.polname = 'tenant_isolation');
  return case when jsonb_typeof(note) = 'object' then note else '{}' end;
exception when data_exception then
  return '{}';
end
$$;

create function tenancy.unisolate(target regclass, drop_column boolean default false) returns setof text
  language plpgsql set search_path = pg_catalog, pg_temp set quote_all_identifiers = off
as $$
declare
  item   record;
  change record;
  note   jsonb;
  bound  text;
  number integer := 0;
begin
  if target is null or drop_column is null or not exists (select from pg_class c where c.oid = target) then
    raise exception 'tenancy.unisolate needs a table, and whether its column goes: neither may be null'
      using errcode = 'null_value_not_allowed';
  end if;
  for item in select c.relnamespace::regnamespace as schema from pg_class c
               where c.oid = target and c.relnamespace in ('tenancy'::regnamespace, 'pg_catalog'::regnamespace) loop
    raise exception '% keeps its isolation: schema % is not yours', target, item.schema using errcode = 'insufficient_privilege';
  end loop;
  if not exists (select from pg_class c where c.oid = target and c.relkind in ('r', 'p')) then
    return next format('%s is not isolated', target);
    return;
  end if;
  for item in select c.relowner from pg_class c where c.oid = target and not pg_has_role(c.relowner, 'usage') loop
    raise exception '% cannot be changed by %: it belongs to %', target, current_user, pg_get_userbyid(item.relowner)
      using errcode = 'insufficient_privilege', hint = format('set role %I', pg_get_userbyid(item.relowner));
  end loop;
  for item in select i.inhparent::regclass as parent from pg_inherits i where i.inhrelid = target loop
    raise exception '% is a part of %', target, item.parent
      using errcode = 'object_not_in_prerequisite_state', hint = format('select tenancy.unisolate(%L)', item.parent);
  end loop;

  execute format('lock table %s in access exclusive mode', target);
  for item in
    with recursive tree (oid, depth) as (
      select target::oid, 0 union select i.inhrelid, depth + 1 from pg_inherits i join tree on i.inhparent = tree.oid
    )
    select distinct on (depth, c.oid) c.oid::regclass as name, c.oid, a.attname as tenant
      from tree join pg_class c using (oid)
      join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant_isolation'
      join pg_attribute a on a.attrelid = c.oid and a.attname = tenancy.tenant_column(c.oid)
     where pg_get_expr(p.polqual, p.polrelid) in
           (format('(%I = ( SELECT tenancy.current_tenant() AS current_tenant))', a.attname),
            format('(%I = ( SELECT tenancy.sealed_tenant() AS sealed_tenant))', a.attname))
     order by depth desc, c.oid
  loop
    number := number + 1;
    note := tenancy.isolation_note(item.oid);
    for change in
      select r.rolname, c.privilege
        from jsonb_path_query(note, 'lax $.gave[*]') as pair, lateral (values (pair ->> 0, pair ->> 1)) as c (privilege, who)
        join pg_roles r on r.rolname = c.who
       where c.privilege in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
    loop
      execute format('revoke %s on %s from %I', change.privilege, item.name, change.rolname);
      return next format('%s on %s taken back from %s', lower(change.privilege), item.name, change.rolname);
    end loop;
    for change in
      select r.rolname, s.oid::regclass as sequence
        from jsonb_path_query(note, 'lax $.sequences[*]') as pair
        join pg_roles r on r.rolname = pair ->> 1
        join pg_class s on s.relkind = 'S' and s.oid::regclass::text = pair ->> 0
        join pg_depend d on d.classid = 'pg_class'::regclass and d.objid = s.oid and d.refclassid = 'pg_class'::regclass
                        and d.refobjid = item.oid and d.deptype = 'a'
    loop
      execute format('revoke usage on sequence %s from %I', change.sequence, change.rolname);
      return next format('usage on sequence %s taken back from %s', change.sequence, change.rolname);
    end loop;
    for change in
      select coalesce(quote_ident(r.rolname), 'public') as who, c.privilege
        from jsonb_path_query(note, 'lax $.took[*]') as pair, lateral (values (pair ->> 0, pair ->> 1)) as c (privilege, who)
        left join pg_roles r on r.rolname = c.who
       where c.privilege in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN') and (r.oid is not null or c.who is null)
    loop
      execute format('grant %s on %s to %s', change.privilege, item.name, change.who);
      return next format('%s on %s given back to %s', lower(change.privilege), item.name, change.who);
    end loop;
    for change in
      select c.oid::regclass::text as name
        from pg_index i join pg_class c on c.oid = i.indexrelid
       where i.indrelid = item.oid and c.relname = note ->> 'index' and not i.indisunique and not i.indisexclusion
         and not exists (select from pg_inherits h where h.inhrelid = i.indexrelid)
    loop
      execute format('drop index %s', change.name);
      return next format('index %s dropped', change.name);
    end loop;
    if note -> 'default' = 'true' then
      execute format('alter table %s alter column %I drop default', item.name, item.tenant);
      return next format('column %s.%I has no default again', item.name, item.tenant);
    end if;
    if note -> 'not_null' = 'true' and not note @> '{"column": true}' then
      if exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                  where i.indrelid = item.oid and i.indisprimary and a.attname = item.tenant) then
        return next format('column %s.%I stays not null, since it is in the primary key', item.name, item.tenant);
      else
        execute format('alter table %s alter column %I drop not null', item.name, item.tenant);
        return next format('column %s.%I may be null again', item.name, item.tenant);
      end if;
    end if;
    execute format('drop policy tenant_isolation on %s', item.name);
    return next format('policy tenant_isolation on %s dropped', item.name);
    if note -> 'force' = 'true' then
      execute format('alter table %s no force row level security', item.name);
      return next format('row-level security of %s does not bind its owner any more', item.name);
    end if;
    if note -> 'rls' = 'true' then
      execute format('alter table %s disable row level security', item.name);
      return next format('row-level security disabled on %s', item.name);
    else
      return next format('row-level security of %s stays enabled, as it was before', item.name);
    end if;
    if note -> 'column' = 'true' and drop_column then
      bound := (select string_agg(c.relname, ', ' order by c.relname)
                  from pg_index i join pg_class c on c.oid = i.indexrelid
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                 where i.indrelid = item.oid and (i.indisunique or i.indisexclusion) and a.attname = item.tenant);
      if bound is not null then
        raise exception 'column %.% cannot be dropped: keys are made of it, %', item.name, quote_ident(item.tenant), bound
          using errcode = 'dependent_objects_still_exist',
                hint = 'drop them first, or call tenancy.unisolate without drop_column';
      end if;
      execute format('alter table %s drop column %I', item.name, item.tenant);
      return next format('column %s.%I dropped', item.name, item.tenant);
    elsif note -> 'column' = 'true' then
      return next format('column %s.%I stays, with what is in it; to drop it: alter table %s drop column %I',
                         item.name, item.tenant, item.name, item.tenant);
    end if;
  end loop;
  if number = 0 then
    return next format('%s is not isolated', target);
  end if;
end
$$;
grant execute on function tenancy.isolation_note(regclass), tenancy.unisolate(regclass, boolean) to public;

create or replace function tenancy.schema_version() returns integer immutable parallel safe return 9;
