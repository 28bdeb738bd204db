-- Isolation for a host's own tables: as its migrator, the tables' owner, whose rights it runs with.
--
-- What was done is remembered as JSON in the comment on the policy, which a dump carries, so that unisolate takes back
-- exactly that. The comment is the table owner's to write, and whoever calls unisolate may have more rights than that:
-- nothing of it is ever executed but names, quoted, of what belongs to the table.

create function tenancy.isolate(target regclass, tenant_column name default 'tenant_id',
                                grantee name default 'tenancy_app', sealed boolean default false)
  returns setof text
  language plpgsql set search_path = pg_catalog, pg_temp set quote_all_identifiers = off
as $$
declare
  context text := case when sealed then 'sealed_tenant' else 'current_tenant' end;
  other   text := case when sealed then 'current_tenant' else 'sealed_tenant' end;
  wanted  text := format('(%I = ( SELECT tenancy.%s() AS %s))', tenant_column, context, context);
  guard   text := format('using (%I = (select tenancy.%s())) with check (%I = (select tenancy.%s()))',
                         tenant_column, context, tenant_column, context);
  class   pg_class;
  role    pg_roles;
  item    record;
  what    text;
  rows    bigint;
  number  integer := 0;
  done    text[];
  note    jsonb;
  fills   jsonb := '[]';
begin
  select c.* into class from pg_class c where c.oid = target;
  if not found or tenant_column is null or grantee is null or sealed is null then
    raise exception 'tenancy.isolate needs a table, a column, a role and whether the context is sealed: none may be null'
      using errcode = 'null_value_not_allowed';
  end if;
  what := case when class.relpersistence = 't' then 'a temporary table'
               when class.relkind in ('r', 'p') then null
               else coalesce((array['a view', 'a materialized view', 'a foreign table', 'a sequence', 'an index'])
                             [array_position(array['v', 'm', 'f', 'S', 'i'], class.relkind::text)], 'no table') end;
  if what is not null then
    raise exception '% cannot be isolated: it is %', target, what
      using errcode = 'wrong_object_type',
            hint = 'isolate the tables that it reads; a view of them with (security_invoker = true) then shows one tenant''s rows';
  end if;
  if class.relnamespace in ('tenancy'::regnamespace, 'pg_catalog'::regnamespace, 'information_schema'::regnamespace) then
    raise exception '% cannot be isolated: schema % is not yours', target, class.relnamespace::regnamespace
      using errcode = 'insufficient_privilege', hint = 'isolate tables of your own service';
  end if;
  if not pg_has_role(class.relowner, 'usage') then
    raise exception '% cannot be isolated by %: it belongs to %', target, current_user, pg_get_userbyid(class.relowner)
      using errcode = 'insufficient_privilege', hint = format('set role %I', pg_get_userbyid(class.relowner));
  end if;
  select r.* into role from pg_roles r where r.rolname = grantee;
  if not found then
    raise exception '% cannot be isolated for %: there is no such role', target, grantee
      using errcode = 'undefined_object', hint = format('create role %I', grantee);
  end if;
  if role.rolsuper or role.rolbypassrls or pg_has_role(role.oid, class.relowner, 'member') then
    raise exception '% cannot be isolated for %: it is %, so row-level security does not keep it', target, grantee,
                    case when role.rolsuper then 'a superuser' when role.rolbypassrls then 'a role with BYPASSRLS'
                         else 'the table''s owner or may become it' end
      using errcode = 'invalid_grant_operation', hint = 'let the service log in as a role that owns nothing';
  end if;

  execute format('lock table %s in access exclusive mode', target);
  select string_agg(format('%s %s', o.object, o.problem), chr(10)), to_jsonb(array_agg(o.remedy)) into what, note
    from tenancy.isolation_obstacles(target, tenant_column) o having count(*) > 0;
  for item in
    with recursive tree (oid) as (
      select target::oid union select i.inhrelid from pg_inherits i join tree on i.inhparent = tree.oid
    )
    select c.oid::regclass as name, c.relforcerowsecurity, c.relowner, a.attnotnull
      from tree join pg_class c using (oid)
      left join pg_attribute a on a.attrelid = c.oid and a.attname = tenant_column and a.attnum > 0 and not a.attisdropped
     where c.relkind = 'r'
     order by c.oid
  loop
    continue when item.attnotnull or not pg_has_role(item.relowner, 'usage');
    if item.relforcerowsecurity then
      execute format('alter table %s no force row level security', item.name); -- the owner counts every row
    end if;
    if item.attnotnull is null then
      execute format('select count(*) from only %s', item.name) into rows;
    else
      execute format('select count(*) from only %s where %I is null', item.name, tenant_column) into rows;
    end if;
    if item.relforcerowsecurity then
      execute format('alter table %s force row level security', item.name);
    end if;
    if rows > 0 then
      what := concat_ws(chr(10), what, format('table %s has %s rows of no tenant', item.name, rows));
      fills := fills || to_jsonb(concat(
        case when item.attnotnull is null then format('alter table %s add column if not exists %I uuid; ', target, tenant_column) end,
        case when item.relforcerowsecurity then format('alter table %s no force row level security; ', item.name) end,
        format('update %s set %I = … where %I is null', item.name, tenant_column, tenant_column),
        case when item.relforcerowsecurity then format('; alter table %s force row level security', item.name) end));
    end if;
  end loop;
  if what is not null then
    raise exception '% cannot be isolated: %', target,
                    split_part(what, chr(10), 1) || case when what like '%' || chr(10) || '%' then ' (the detail has more reasons)' else '' end
      using errcode = 'object_not_in_prerequisite_state', detail = what,
            -- What fills the column first: keys are made of it.
            hint = (select string_agg(rtrim(remedy, ';') || ';', chr(10))
                      from jsonb_array_elements_text(fills || coalesce(note, '[]')) as remedy);
  end if;

  for item in
    with recursive tree (oid, depth) as (
      select target::oid, 0 union select i.inhrelid, depth + 1 from pg_inherits i join tree on i.inhparent = tree.oid
    )
    select distinct on (depth, c.oid) c.oid::regclass as name, c.*
      from tree join pg_class c using (oid)
     order by depth, c.oid
  loop
    done := '{}';
    note := tenancy.isolation_note(item.oid);
    if not exists (select from pg_attribute a where a.attrelid = item.oid and a.attname = tenant_column and not a.attisdropped) then
      execute format('alter table %s add column %I uuid not null', item.name, tenant_column);
      done := done || format('column %I added to %s', tenant_column, item.name);
      note := note || '{"column": true, "not_null": true}';
    end if;
    if not (select a.attnotnull from pg_attribute a where a.attrelid = item.oid and a.attname = tenant_column) then
      execute format('alter table %s alter column %I set not null', item.name, tenant_column);
      done := done || format('column %s.%I made not null', item.name, tenant_column);
      note := note || '{"not_null": true}';
    end if;
    if not exists (select from pg_attrdef d join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
                    where d.adrelid = item.oid and a.attname = tenant_column
                      and pg_get_expr(d.adbin, d.adrelid) = format('tenancy.%s()', context)) then
      execute format('alter table %s alter column %I set default tenancy.%s()', item.name, tenant_column, context);
      done := done || format('column %s.%I is by default tenancy.%s()', item.name, tenant_column, context);
      note := note || '{"default": true}';
    end if;
    if not item.relrowsecurity then
      execute format('alter table %s enable row level security', item.name);
      done := done || format('row-level security enabled on %s', item.name);
      note := note || '{"rls": true}';
    end if;
    if not item.relforcerowsecurity then
      execute format('alter table %s force row level security', item.name);
      done := done || format('row-level security of %s forced on its owner too', item.name);
      note := note || '{"force": true}';
    end if;
    what := (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
              where p.polrelid = item.oid and p.polname = 'tenant_isolation');
    if what is null then
      execute format('create policy tenant_isolation on %s %s', item.name, guard);
      done := done || format('policy tenant_isolation made on %s, by tenancy.%s()', item.name, context);
    elsif what <> wanted then
      execute format('alter policy tenant_isolation on %s %s', item.name, guard);
      done := done || format('policy tenant_isolation of %s is by tenancy.%s() now, not by tenancy.%s()', item.name, context, other);
    end if;
    if not exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                    where i.indrelid = item.oid and a.attname = tenant_column and i.indisvalid and i.indpred is null) then
      execute format('create index on %s (%I)', item.name, tenant_column);
      what := (select c.relname from pg_index i join pg_class c on c.oid = i.indexrelid
                      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                where i.indrelid = item.oid and a.attname = tenant_column and i.indisvalid and i.indpred is null);
      done := done || format('index %I made on %s (%I)', what, item.name, tenant_column);
      note := note || jsonb_build_object('index', what);
    end if;
    -- Rights that go past row-level security, or show what others have.
    for what in
      select distinct acl.privilege_type || ' ' || case acl.grantee when 0 then 'public' else 'grantee' end
        from (select acl.* from aclexplode(item.relacl) acl
              union all
              select acl.* from pg_attribute a, aclexplode(a.attacl) acl where a.attrelid = item.oid) as acl
       where acl.grantee in (0, role.oid) and acl.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
       order by 1
    loop
      execute format('revoke %s on %s from %s', split_part(what, ' ', 1), item.name,
                     case when what like '% public' then 'public' else quote_ident(grantee) end);
      done := done || format('%s on %s taken from %s', lower(split_part(what, ' ', 1)), item.name,
                             case when what like '% public' then 'public' else grantee end);
      note := jsonb_set(note, '{took}', coalesce(note -> 'took', '[]') || jsonb_build_array(
                jsonb_build_array(split_part(what, ' ', 1), case when what like '% grantee' then grantee end)));
    end loop;
    foreach what in array array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] loop
      continue when has_table_privilege(role.oid, item.oid, what);
      execute format('grant %s on %s to %I', what, item.name, grantee);
      done := done || format('%s on %s granted to %s', lower(what), item.name, grantee);
      note := jsonb_set(note, '{gave}', coalesce(note -> 'gave', '[]') || jsonb_build_array(jsonb_build_array(what, grantee)));
    end loop;
    for what in
      select s.oid::regclass from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
       where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.refobjid = item.oid and d.deptype = 'a'
         and case when s.relkind = 'S' then not has_sequence_privilege(role.oid, s.oid, 'usage') end
    loop
      execute format('grant usage on sequence %s to %I', what, grantee);
      done := done || format('usage on sequence %s granted to %s', what, grantee);
      note := jsonb_set(note, '{sequences}', coalesce(note -> 'sequences', '[]') || jsonb_build_array(jsonb_build_array(what, grantee)));
    end loop;
    if done <> '{}' then
      execute format('comment on policy tenant_isolation on %s is %L', item.name, note);
      number := number + cardinality(done);
      return query select unnest(done);
    end if;
  end loop;
  if number = 0 then
    return next format('%s is isolated already', target);
  end if;
  if not has_schema_privilege(role.oid, class.relnamespace, 'usage') then
    return next format('to do: grant usage on schema %s to %I', class.relnamespace::regnamespace, grantee);
  end if;
end
$$;

grant usage on schema tenancy to public;
grant execute on function tenancy.isolate(regclass, name, name, boolean) to public;
