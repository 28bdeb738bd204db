-- Functions that run as their owner: an owner whom row-level security binds, and names that nobody can shadow.
select 'function ' || p.oid::regprocedure, 'runs as its owner in whatever search_path its caller set',
       format('alter function %s set search_path = pg_catalog, pg_temp', p.oid::regprocedure)
  from pg_proc p
 where p.pronamespace = to_regnamespace('tenancy') and p.prosecdef
   and not exists (select from unnest(p.proconfig) as setting where setting like 'search\_path=%')
union all
select 'function ' || p.oid::regprocedure, format('runs as %s, whom row-level security does not bind', r.rolname),
       format('alter function %s owner to tenancy_owner', p.oid::regprocedure)
  from pg_proc p join pg_roles r on r.oid = p.proowner
 where p.pronamespace = to_regnamespace('tenancy') and p.prosecdef and (r.rolsuper or r.rolbypassrls)
   and not exists (select from pg_class c where c.relnamespace = p.pronamespace and c.relowner = r.oid and c.relkind in ('r', 'p'))
