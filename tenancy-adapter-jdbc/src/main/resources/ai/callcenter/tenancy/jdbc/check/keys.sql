-- Keys of a tenant's table lead with tenant_id: one that does not tells a tenant what another one has, or links the two.
with tables as (
  select c.oid, c.oid::regclass::text as name, a.attnum as tenant
    from pg_class c left join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
   where c.relnamespace = to_regnamespace('tenancy') and c.relkind in ('r', 'p') and c.relname <> 'schema_history'
)
select case when k.oid is null then 'index ' || i.indexrelid::regclass else format('constraint %I on %s', k.conname, t.name) end,
       'is unique across tenants, so it tells a tenant what another one has',
       case when k.oid is null then format('drop index %s', i.indexrelid::regclass)
            else format('alter table %s drop constraint %I', t.name, k.conname) end
  from pg_index i
  join tables t on t.oid = i.indrelid
  left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
 where i.indisunique and i.indkey[0] <> t.tenant
union all
select format('foreign key %I on %s', k.conname, t.name), 'refers to a tenant''s rows without tenant_id in the first place',
       format('alter table %s drop constraint %I', t.name, k.conname)
  from pg_constraint k
  join tables t on t.oid = k.conrelid
  join tables other on other.oid = k.confrelid
 where k.contype = 'f'
   and (k.confkey[1] <> other.tenant
        or k.conkey[1] <> t.tenant and (other.tenant is not null or other.name = 'tenancy.tenants'))
union all
select format('%s %I on %s', case k.contype when 'f' then 'foreign key' else 'constraint' end, k.conname, t.name),
       'was never checked against the rows that were there before it',
       format('alter table %s validate constraint %I', t.name, k.conname)
  from pg_constraint k
  join tables t on t.oid = k.conrelid
 where not k.convalidated and pg_get_constraintdef(k.oid) not like '%NOT ENFORCED%'
