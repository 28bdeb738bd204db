-- Where some of a host's tables take a sealed context alone, SQL that is not trusted finds nothing beside them.
with tables as (
  select c.oid::regclass::text as name, tenancy.tenant_column(c.oid) as tenant,
         exists (select from pg_inherits i where i.inhrelid = c.oid) as part, pg_get_expr(p.polqual, p.polrelid) like '%tenancy.sealed_tenant()%' as sealed
    from unnest(nullif(current_setting('tenancy.schemas', true), '')::text[]) as schema
    join pg_class c on c.relnamespace = to_regnamespace(quote_ident(schema)) and c.relkind in ('r', 'p')
    join pg_policy p on p.polrelid = c.oid and p.polname = 'tenant_isolation'
)
select 'table ' || name, 'takes a context that anybody may set, while other tables ask for a sealed one',
       format('select tenancy.isolate(%L%s%s, sealed => true)', name, case when tenant <> 'tenant_id' then format(', %L', tenant) end,
              case when not pg_has_role(session_user, 'tenancy_app', 'member') then format(', grantee => %L', session_user) end)
  from tables where not sealed and not part and exists (select from tables where sealed)
union all
select 'role ' || session_user, 'is a member of tenancy_app, so its SQL reads tenancy''s own tables in any context, which is not sealed',
       format('revoke tenancy_app from %I', session_user)
 where exists (select from tables where sealed) and pg_has_role(session_user, 'tenancy_app', 'member')
union all
select 'database ' || current_database(),
       'lets the login make temporary tables: left on a pooled connection, one stands in for a table of the next tenant''s',
       format('revoke temporary on database %I from public, %I', current_database(), session_user)
 where exists (select from tables where sealed) and has_database_privilege(session_user, current_database(), 'temporary')
