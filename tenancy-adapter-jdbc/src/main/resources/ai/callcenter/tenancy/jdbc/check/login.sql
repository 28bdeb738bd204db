-- The login that serves, and every role it may become, stands under row-level security and owns nothing here; nor, of a
-- host's schemas (the setting tenancy.schemas), a table that carries a tenant's column.
with recursive reach (oid, via) as (
  select r.oid, null::oid from pg_roles r where r.rolname in (session_user, current_user)
  union
  select m.roleid, m.member from pg_auth_members m join reach on m.member = reach.oid
),
roles as (
  select distinct on (r.oid) r.*, via.rolname as via
    from reach join pg_roles r on r.oid = reach.oid left join pg_roles via on via.oid = reach.via
   order by r.oid, via.rolname nulls first
),
owned as (
  select owner,
         array_to_string((array_agg(object order by object))[:3], ', ')
           || case when count(*) > 3 then format(' and %s more', count(*) - 3) else '' end as objects,
         string_agg(handover, '; ' order by object) as handover
    from (select nspowner, 'schema tenancy', 'alter schema tenancy owner to tenancy_owner'
            from pg_namespace where nspname = 'tenancy'
          union all
          select relowner, oid::regclass::text, format('alter table %s owner to tenancy_owner', oid::regclass)
            from pg_class where relnamespace = to_regnamespace('tenancy') and relkind in ('r', 'p', 'v', 'm', 'S')
          union all
          select proowner, oid::regprocedure::text, format('alter function %s owner to tenancy_owner', oid::regprocedure)
            from pg_proc where pronamespace = to_regnamespace('tenancy')
          union all
          select c.relowner, c.oid::regclass::text,
                 concat(case when to_regrole(quote_ident(schema || '_owner')) is null and row_number() over (partition by schema, c.relowner order by c.oid::regclass::text) = 1
                             then format('create role %I nologin; ', schema || '_owner') end,
                        format('alter table %s owner to %I', c.oid::regclass, schema || '_owner'))
            from unnest(nullif(current_setting('tenancy.schemas', true), '')::text[]) as schema
            join pg_class c on c.relnamespace = to_regnamespace(quote_ident(schema)) and c.relkind in ('r', 'p')
           where exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
              or exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation')) as things (owner, object, handover)
   group by owner
),
powers as (
  select r.oid, power, cure
    from roles r,
         lateral (values
           (r.rolsuper, 'is a superuser, whom row-level security does not bind', 'nosuperuser'),
           (r.rolbypassrls and not r.rolsuper, 'has BYPASSRLS, so row-level security does not bind it', 'nobypassrls'),
           (r.rolreplication and not r.rolsuper, 'has REPLICATION and may read every row from the log', 'noreplication'),
           (r.rolcreaterole and not r.rolsuper, 'has CREATEROLE and may make itself another role', 'nocreaterole')
         ) as power (has, power, cure)
   where has
)
-- The superuser that initdb made cannot be made less.
select 'role ' || r.rolname, p.power,
       case when r.via is not null then format('revoke %I from %I', r.rolname, r.via)
            when r.oid = 10 then 'create role tenancy_service login; grant tenancy_app to tenancy_service; and serve as it'
            else format('alter role %I %s', r.rolname, p.cure) end
  from roles r join powers p using (oid)
union all
select 'role ' || r.rolname,
       case when r.via is null then 'the login that serves owns ' else 'the login that serves may become the owner of ' end
         || o.objects || '; let this login migrate, and serve as another one'
         || ' (create role tenancy_service login; grant tenancy_app to tenancy_service), or',
       case when r.via is null then o.handover else format('revoke %I from %I', r.rolname, r.via) end
  from roles r join owned o on o.owner = r.oid
 where not exists (select from powers p where p.oid = r.oid)
   and not exists (select from roles s where s.oid = 10) -- another login has to serve in any case
union all
select 'role ' || r.rolname, 'the login that serves may become it, and it goes past the grants of single columns',
       format('revoke %I from %I', r.rolname, r.via)
  from roles r
 where r.rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_maintain', 'pg_read_server_files',
                     'pg_write_server_files', 'pg_execute_server_program')
