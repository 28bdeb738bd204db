-- Every way to take one wall away, from the catalog: what is new in the schema is here by itself. Name, SQL.
with tables as (
  select c.oid, c.oid::regclass::text as name from pg_class c
   where c.relnamespace = to_regnamespace('tenancy') and c.relkind in ('r', 'p')
),
guarded as (select * from tables where name <> 'tenancy.schema_history'),
policies as (
  select format('%I on %s', p.polname, t.name) as name, p.polqual, p.polwithcheck
    from pg_policy p join guarded t on t.oid = p.polrelid
),
doors as (
  select c.oid, c.oid::regclass::text as name, pg_get_viewdef(c.oid) as query from pg_class c
   where c.relnamespace = to_regnamespace('tenancy') and c.relkind = 'v'
),
functions as (
  select p.*, p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = to_regnamespace('tenancy')
)
select 'no row-level security on ' || name, format('alter table %s disable row level security', name) from guarded
union all
select 'row-level security not forced on ' || name, format('alter table %s no force row level security', name) from guarded
union all
select 'no policy ' || name, 'drop policy ' || name from policies
union all
select 'everything visible by policy ' || name, format('alter policy %s using (true)', name) from policies where polqual is not null
union all
select 'everything writable by policy ' || name, format('alter policy %s with check (true)', name) from policies where polwithcheck is not null
union all
select 'one more policy on ' || name, format('create policy hole on %s using (true)', name) from guarded
union all
select format('no constraint %I on %s', k.conname, t.name), format('alter table %s drop constraint %I cascade', t.name, k.conname)
  from pg_constraint k join guarded t on t.oid = k.conrelid where k.contype in ('c', 'f', 'p', 'u')
union all
select 'no index ' || i.indexrelid::regclass, 'drop index ' || i.indexrelid::regclass
  from pg_index i join guarded t on t.oid = i.indrelid
 where i.indisunique and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
union all
select format('no trigger %I on %s', g.tgname, t.name), format('drop trigger %I on %s', g.tgname, t.name)
  from pg_trigger g join guarded t on t.oid = g.tgrelid where not g.tgisinternal
union all
select format('trigger %I on %s disabled', g.tgname, t.name), format('alter table %s disable trigger %I', t.name, g.tgname)
  from pg_trigger g join guarded t on t.oid = g.tgrelid where not g.tgisinternal
union all
-- What the service may not do with a whole table, and then does. (Some columns of it, it may have anyway.)
select format('%s on %s granted', privilege, t.name), format('grant %s on %s to tenancy_app', privilege, t.name)
  from tables t,
       unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger', 'maintain']) as privilege
 where not has_table_privilege('tenancy_app', t.oid, privilege)
   and exists (select from pg_attribute c where c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped
                  and not (privilege in ('select', 'insert', 'update')
                           and has_column_privilege('tenancy_app', t.oid, c.attnum,
                                 case when privilege in ('select', 'insert', 'update') then privilege else 'select' end)))
union all
select format('%s (%I) on %s granted', privilege, c.attname, t.name),
       format('grant %s (%I) on %s to tenancy_app', privilege, c.attname, t.name)
  from tables t join pg_attribute c on c.attrelid = t.oid and c.attnum > 0 and not c.attisdropped,
       unnest(array['select', 'insert', 'update']) as privilege
 where not has_column_privilege('tenancy_app', t.oid, c.attnum, privilege)
union all
select format('%s on %s revoked', privilege, t.name), format('revoke %s on %s from tenancy_app', privilege, t.name)
  from guarded t, unnest(array['select', 'insert', 'update', 'delete']) as privilege
 where has_table_privilege('tenancy_app', t.oid, privilege)
    or privilege in ('insert', 'update')
       and has_any_column_privilege('tenancy_app', t.oid, case privilege when 'delete' then 'select' else privilege end)
union all
select 'no view ' || name, 'drop view ' || name from doors
union all
select 'view ' || name || ' as its caller', format('alter view %s set (security_invoker = true)', name) from doors
union all
select 'view ' || name || ' revoked', format('revoke select on %s from tenancy_app', name) from doors
union all
select 'schema open to new things', 'grant create on schema tenancy to tenancy_app'
union all
select 'function ' || name || ' open', format('grant execute on function %s to tenancy_app', name)
  from functions where not has_function_privilege('tenancy_app', oid, 'execute')
union all
select 'function ' || name || ' closed', format('revoke execute on function %s from tenancy_app, public', name)
  from functions where has_function_privilege('tenancy_app', oid, 'execute')
union all
select 'function ' || name || ' answers null',
       format('create or replace function %s returns %s stable return null::%s', name, prorettype::regtype, prorettype::regtype)
  from functions where pronargs = 0 and prorettype <> 'trigger'::regtype
union all
select 'function ' || name || ' without a search_path', format('alter function %s reset search_path', name)
  from functions where prosecdef
union all
select 'function ' || name || ' as its caller', format('alter function %s security invoker', name)
  from functions where prosecdef
 order by 1
