-- Functions that run as their owner: an owner whom row-level security binds, and names that nobody can shadow. In the
-- schema tenancy, and in a host's schemas (the setting tenancy.schemas), there those that the login may run.
with functions as (
  select p.*, n.nspname, n.nspname = 'tenancy' as ours,
         case p.prokind when 'p' then 'procedure ' else 'function ' end || p.oid::regprocedure as name
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
   where p.prosecdef and n.nspname = any (array['tenancy'] || coalesce(nullif(current_setting('tenancy.schemas', true), '')::text[], '{}'))
)
select name, 'runs as its owner in whatever search_path its caller set',
       case when ours then format('alter %s set search_path = pg_catalog, pg_temp', name)
            else format('alter %s set search_path = pg_catalog, %I, pg_temp', name, nspname) end
  from functions
 where not exists (select from unnest(proconfig) as setting where setting like 'search\_path=%')
union all
select name, format('runs as %s, whom row-level security does not bind', r.rolname),
       case when ours then format('alter %s owner to tenancy_owner', name) else format('alter %s security invoker', name) end
  from functions f join pg_roles r on r.oid = f.proowner
 where (r.rolsuper or r.rolbypassrls)
   and case when ours
            then not exists (select from pg_class c where c.relnamespace = f.pronamespace and c.relowner = r.oid and c.relkind in ('r', 'p'))
            else f.prorettype = 'trigger'::regtype or has_function_privilege(session_user, f.oid, 'execute') end
