-- Row-level security on every table, forced on its owner too; an owner whom it binds; no trigger turned off.
with tables as (
  select c.*, c.oid::regclass::text as name from pg_class c
   where c.relnamespace = to_regnamespace('tenancy') and c.relkind in ('r', 'p') and c.relname <> 'schema_history'
)
select 'table ' || name, 'row-level security is off: every tenant''s rows are everybody''s',
       format('alter table %s enable row level security', name)
  from tables where not relrowsecurity
union all
select 'table ' || name, 'row-level security is not forced, so it does not bind the owner',
       format('alter table %s force row level security', name)
  from tables where not relforcerowsecurity
union all
select distinct 'role ' || r.rolname,
       format('owns tables and is %s, so functions that run as the owner go past row-level security',
              case when r.rolsuper then 'a superuser' else 'one with BYPASSRLS' end),
       case when r.oid = 10 then string_agg(format('alter table %s owner to tenancy_owner', t.name), '; ')
            else format('alter role %I nosuperuser nobypassrls', r.rolname) end
  from tables t join pg_roles r on r.oid = t.relowner
 where (r.rolsuper or r.rolbypassrls) and r.rolname <> session_user
 group by r.oid, r.rolname, r.rolsuper
union all
select format('trigger %I on %s', g.tgname, t.name), 'is disabled', format('alter table %s enable trigger %I', t.name, g.tgname)
  from pg_trigger g join tables t on t.oid = g.tgrelid
 where g.tgenabled in ('D', 'R') and not g.tgisinternal
union all
select 'table ' || t.name, 'foreign keys are not checked: their triggers are disabled',
       format('alter table %s enable trigger all', t.name)
  from tables t
 where exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgenabled in ('D', 'R') and g.tgisinternal)
