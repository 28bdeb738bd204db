-- Views, in any schema and at any depth, look with their caller's rights; a materialized view cannot. The two doors run
-- as their owner, and the inventory holds them to the letter.
with recursive over (oid) as (
  select c.oid from pg_class c
   where c.relnamespace = to_regnamespace('tenancy') and c.relkind in ('r', 'p') and c.relname <> 'schema_history'
  union
  select v.oid
    from over
    join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = over.oid and d.classid = 'pg_rewrite'::regclass
    join pg_rewrite w on w.oid = d.objid
    join pg_class v on v.oid = w.ev_class and v.relkind in ('v', 'm')
)
select case v.relkind when 'v' then 'view ' else 'materialized view ' end || v.oid::regclass,
       case v.relkind when 'v' then 'reads tenants'' tables with its owner''s rights'
            else 'is a copy of tenants'' rows that no policy guards' end,
       case v.relkind when 'v' then format('alter view %s set (security_invoker = true)', v.oid::regclass)
            else format('drop materialized view %s', v.oid::regclass) end
  from over join pg_class v using (oid)
 where v.relkind = 'm'
    or v.relkind = 'v' and not exists (select from pg_options_to_table(v.reloptions)
                                        where option_name = 'security_invoker' and option_value::boolean)
   and not (v.relnamespace = to_regnamespace('tenancy') and v.relname in ('own_tenants', 'all_tenants'))
