-- No context before anything was asked, and nothing that turns triggers, foreign keys or policies off.
with wanted (name, value) as (
  values ('tenancy.tenant_id', ''), ('tenancy.user_id', ''), ('tenancy.operator', ''), ('tenancy.issuer', ''),
         ('tenancy.subject', ''), ('tenancy.email', ''), ('tenancy.seal', ''), ('tenancy.domain', ''),
         ('session_replication_role', 'origin'), ('row_security', 'on')
),
stored as (
  select w.name, split_part(setting, '=', 2) as found,
         case when s.setrole = 0 then format('alter database %I reset %s', d.datname, w.name)
              else format('alter role %I %sreset %s', r.rolname, 'in database ' || quote_ident(d.datname) || ' ', w.name)
         end as reset
    from pg_db_role_setting s
    left join pg_roles r on r.oid = s.setrole
    left join pg_database d on d.oid = s.setdatabase
   cross join lateral unnest(s.setconfig) as setting
    join wanted w on w.name = split_part(setting, '=', 1) and w.value <> split_part(setting, '=', 2)
   where (s.setrole = 0 or r.rolname = session_user) and (s.setdatabase = 0 or d.datname = current_database())
)
select 'setting ' || name, format('is stored as %L for every new connection', found), reset from stored
union all
select 'setting ' || name, format('is %L on a connection that has done nothing yet', current_setting(name, true)),
       format('reset %s', name)
  from wanted
 where coalesce(current_setting(name, true), value) <> value and name not in (select name from stored)
