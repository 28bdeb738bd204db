-- A host's own tables, in the schemas of the setting tenancy.schemas (in psql: set tenancy.schemas = '{public}'): what
-- carries a tenant's column, with its partitions and parents, is isolated, and nothing goes round that.
with recursive scope as (
  select to_regnamespace(quote_ident(name)) as oid from unnest(nullif(current_setting('tenancy.schemas', true), '')::text[]) as name
),
up (oid, top) as ( -- from each table that carries the column to what it is a part of
  select c.oid, c.oid from pg_class c
   where c.relnamespace in (select oid from scope) and c.relkind in ('r', 'p', 'f') and tenancy.tenant_column(c.oid) is not null
  union
  select up.oid, i.inhparent from up join pg_inherits i on i.inhrelid = up.top
),
tops as (
  select distinct top as oid, coalesce(tenancy.tenant_column(top), 'tenant_id') as tenant
    from up where not exists (select from pg_inherits i where i.inhrelid = top)
),
tree (oid, top, tenant) as (
  select oid, oid, tenant from tops
  union
  select i.inhrelid, tree.top, tree.tenant from tree join pg_inherits i on i.inhparent = tree.oid
),
tables as (
  select c.*, c.oid::regclass::text as name, tree.top, tree.tenant, coalesce(a.attnotnull, false) as filled,
         exists (select from pg_policy p, unnest(array['current_tenant', 'sealed_tenant']) as context,
                             format('(%I = ( SELECT tenancy.%s() AS %s))', tree.tenant, context, context) as wanted
                  where p.polrelid = c.oid and p.polname = 'tenant_isolation' and p.polcmd = '*' and p.polpermissive
                    and p.polroles = '{0}' and pg_get_expr(p.polqual, p.polrelid) = wanted
                    and pg_get_expr(p.polwithcheck, p.polrelid) = wanted) as guarded,
         exists (select from pg_policy p where p.polrelid = tree.top and p.polname = 'tenant_isolation'
                  and pg_get_expr(p.polqual, p.polrelid) like '%tenancy.sealed_tenant()%') as sealed
    from tree join pg_class c using (oid)
    left join pg_attribute a on a.attrelid = c.oid and a.attname = tree.tenant and not a.attisdropped
),
obstacles as ( -- a foreign key after the key that it refers to
  select distinct o.object like 'foreign key %' as later, o.object, o.problem, o.remedy
    from tops, tenancy.isolation_obstacles(tops.oid, tops.tenant) as o
   order by later, object
),
reach (oid) as (
  select r.oid from pg_roles r where r.rolname in (session_user, current_user)
  union
  select m.roleid from pg_auth_members m join reach on m.member = reach.oid
),
rights as (
  select t.oid, t.name, acl.privilege_type, acl.grantee
    from tables t,
         lateral (select * from aclexplode(t.relacl)
                  union
                  select acl.* from pg_attribute a, aclexplode(a.attacl) as acl where a.attrelid = t.oid) as acl
   where acl.grantee <> t.relowner and (acl.grantee = 0 or acl.grantee in (select oid from reach))
     and acl.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN')
)
select object, problem, remedy from obstacles
union all
select 'table ' || name, format('carries %s and is not isolated: %s', tenant, concat_ws(', ',
         case when not relrowsecurity then 'row-level security is off' end,
         case when not relforcerowsecurity then 'row-level security is not forced on its owner' end,
         case when not guarded then 'the policy tenant_isolation is missing' end,
         case when not filled then 'the column may be null' end)),
       format('select tenancy.isolate(%L%s%s%s)', top::regclass, case when tenant <> 'tenant_id' then format(', %L', tenant) end,
              case when not pg_has_role(session_user, 'tenancy_app', 'member') then format(', grantee => %L', session_user) end,
              case when sealed then ', sealed => true' end)
  from tables
 where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity and guarded and filled)
union all
select 'table ' || name, 'is foreign, so no policy can guard it', format('revoke all on %s from public, %I', name, session_user)
  from tables
 where relkind = 'f' and oid = top and has_table_privilege(session_user, oid, 'select, insert, update, delete')
union all
select distinct 'role ' || r.rolname,
       format('owns isolated tables and is %s, so what runs as their owner goes past row-level security',
              case when r.rolsuper then 'a superuser' else 'one with BYPASSRLS' end),
       case when r.oid = 10
            then concat(string_agg(distinct case when to_regrole(quote_ident(n.nspname || '_owner')) is null
                                                 then format('create role %I nologin; ', n.nspname || '_owner') end, ''),
                        string_agg(format('alter table %s owner to %I', t.name, n.nspname || '_owner'), '; '))
            else format('alter role %I nosuperuser nobypassrls', r.rolname) end
  from tables t join pg_roles r on r.oid = t.relowner join pg_namespace n on n.oid = t.relnamespace
 where (r.rolsuper or r.rolbypassrls) and r.rolname <> session_user
 group by r.oid, r.rolname, r.rolsuper
union all
select 'table ' || name, format('gives the login that serves %s, which row-level security does not bind', string_agg(distinct lower(privilege_type), ', ')),
       string_agg(distinct format('revoke %s on %s from %s', lower(privilege_type), name,
                                  case grantee when 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end), '; ')
  from rights
 group by name
union all
select format('trigger %I on %s', g.tgname, t.name), 'is disabled', format('alter table %s enable trigger %I', t.name, g.tgname)
  from pg_trigger g join tables t on t.oid = g.tgrelid
 where g.tgenabled in ('D', 'R') and not g.tgisinternal
union all
select 'table ' || t.name, 'foreign keys are not checked: their triggers are disabled',
       format('alter table %s enable trigger all', t.name)
  from tables t
 where exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgenabled in ('D', 'R') and g.tgisinternal)
