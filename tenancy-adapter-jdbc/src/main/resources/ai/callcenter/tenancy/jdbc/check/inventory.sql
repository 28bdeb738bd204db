-- What keeps tenants apart, as it is: kind, name, the SQL that makes it, the SQL that takes it away.
with recursive reach (oid) as (
  select r.oid from pg_roles r where r.rolname in ('tenancy_app', session_user, current_user)
  union
  select m.roleid from pg_auth_members m join reach on m.member = reach.oid
),
tables as (
  select c.oid, c.oid::regclass::text as name from pg_class c
   where c.relnamespace = to_regnamespace('tenancy') and c.relkind in ('r', 'p') and c.relname <> 'schema_history'
),
granted as (
  select a.*, 'schema tenancy' as object, '' as part, n.nspowner as owner
    from pg_namespace n, aclexplode(n.nspacl) a where n.nspname = 'tenancy'
  union all
  select a.*, c.oid::regclass::text, '', c.relowner
    from pg_class c, aclexplode(c.relacl) a where c.relnamespace = to_regnamespace('tenancy')
  union all
  select a.*, c.oid::regclass::text, format(' (%I)', col.attname), c.relowner
    from pg_class c join pg_attribute col on col.attrelid = c.oid, aclexplode(col.attacl) a
   where c.relnamespace = to_regnamespace('tenancy')
  union all
  select a.*, 'function ' || p.oid::regprocedure, '', p.proowner
    from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
   where p.pronamespace = to_regnamespace('tenancy')
),
grants as (
  select lower(privilege_type) || part || ' on ' || object as what,
         case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end as who, is_grantable
    from granted where (grantee = 0 or grantee in (select oid from reach)) and grantee <> owner
),
policies as (
  select format('%I on %s', p.polname, t.name) as name, p.*,
         (select string_agg(case role when 0 then 'public' else quote_ident(pg_get_userbyid(role)) end, ', ')
            from unnest(p.polroles) as role) as roles,
         regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\s+', ' ', 'g') as visible,
         regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\s+', ' ', 'g') as writable
    from pg_policy p join tables t on t.oid = p.polrelid
)
select 'policy', name,
       concat('create policy ', name, case when not polpermissive then ' as restrictive' end, ' for ',
              case polcmd when '*' then 'all' when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' else 'delete' end,
              ' to ', roles, ' using ' || visible, ' with check ' || writable),
       'drop policy ' || name
  from policies
union all
select case k.contype when 'f' then 'foreign key' else 'constraint' end, format('%I on %s', k.conname, t.name),
       format('alter table %s add constraint %I %s', t.name, k.conname, pg_get_constraintdef(k.oid)),
       format('alter table %s drop constraint %I cascade', t.name, k.conname)
  from pg_constraint k join tables t on t.oid = k.conrelid where k.contype in ('c', 'f', 'p', 'u')
union all
select 'index', i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), format('drop index %s', i.indexrelid::regclass)
  from pg_index i join tables t on t.oid = i.indrelid
 where i.indisunique and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))
union all
select 'column', format('%s.%I', t.name, c.attname),
       format('alter table %s alter column %I set not null', t.name, c.attname),
       format('alter table %s alter column %I drop not null', t.name, c.attname)
  from pg_attribute c join tables t on t.oid = c.attrelid where c.attnum > 0 and c.attnotnull
union all
select 'trigger', format('%I on %s', g.tgname, t.name), pg_get_triggerdef(g.oid), format('drop trigger %I on %s', g.tgname, t.name)
  from pg_trigger g join tables t on t.oid = g.tgrelid where not g.tgisinternal
union all
select 'function', p.oid::regprocedure::text, pg_get_functiondef(p.oid), format('drop function %s', p.oid::regprocedure)
  from pg_proc p where p.pronamespace = to_regnamespace('tenancy') and p.prokind = 'f'
union all
select 'view', v.oid::regclass::text,
       concat('create view ', v.oid::regclass, ' with (' || array_to_string(v.reloptions, ', ') || ')', ' as ',
              regexp_replace(pg_get_viewdef(v.oid), '\s+', ' ', 'g'),
              ' alter view ', v.oid::regclass, ' owner to ', quote_ident(r.rolname)),
       format('drop view %s', v.oid::regclass)
  from pg_class v join pg_roles r on r.oid = v.relowner
 where v.relnamespace = to_regnamespace('tenancy') and v.relkind = 'v'
union all
select 'grant', format('%s to %s', what, who),
       format('grant %s to %s%s', what, who, case when is_grantable then ' with grant option' else '' end),
       format('revoke %s from %s', what, who)
  from grants
 order by 1, 2
