select concat_ws(' ', kind, object, what) from (
  select 'table', c.oid::regclass::text, concat_ws(' ', c.relrowsecurity, c.relforcerowsecurity,
         (select string_agg(a::text, ',' order by a::text) from unnest(coalesce(c.relacl, acldefault('r', c.relowner))) a))
    from pg_class c where c.relnamespace = 'host'::regnamespace and c.relkind in ('r', 'p')
  union all
  select 'sequence', c.oid::regclass::text, (select string_agg(a::text, ',' order by a::text) from unnest(coalesce(c.relacl, acldefault('s', c.relowner))) a)
    from pg_class c where c.relnamespace = 'host'::regnamespace and c.relkind = 'S'
  union all
  select 'column', format('%s.%I', c.oid::regclass, a.attname),
         concat_ws(' ', format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid))
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'host'::regnamespace and c.relkind in ('r', 'p')
  union all
  select 'index', i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'host'::regnamespace
  union all
  select 'policy', format('%I on %s', p.polname, p.polrelid::regclass), obj_description(p.oid, 'pg_policy')
    from pg_policy p join pg_class c on c.oid = p.polrelid where c.relnamespace = 'host'::regnamespace
) as everything (kind, object, what) order by 1
