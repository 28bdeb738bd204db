-- What keeps a host's table from being isolated, or makes it leak although it is: for tenancy.isolate and for the check.

-- The column by which a table is isolated; of a table that is not, its column tenant_id; null where there is neither.
create function tenancy.tenant_column(target regclass) returns name
  language sql stable set search_path = pg_catalog, pg_temp set quote_all_identifiers = off
as $$
  select a.attname
    from pg_attribute a
    left join pg_policy p on p.polrelid = a.attrelid and p.polname = 'tenant_isolation'
     and pg_get_expr(p.polqual, p.polrelid) in
         (format('(%I = ( SELECT tenancy.current_tenant() AS current_tenant))', a.attname),
          format('(%I = ( SELECT tenancy.sealed_tenant() AS sealed_tenant))', a.attname))
   where a.attrelid = target and a.attnum > 0 and not a.attisdropped and (p.oid is not null or a.attname = 'tenant_id')
   order by p.oid nulls last
   limit 1
$$;

create function tenancy.isolation_obstacles(target regclass, tenant_column name default 'tenant_id')
  returns table (object text, problem text, remedy text)
  language sql stable set search_path = pg_catalog, pg_temp set quote_all_identifiers = off set jit = off -- a second of it
as $$
with recursive tree (oid) as ( -- it, its partitions and whatever inherits from it
  select target::oid
  union
  select i.inhrelid from pg_inherits i join tree on i.inhparent = tree.oid
),
tables as (
  select c.oid, c.oid::regclass::text as name, c.relkind, a.attnum as tenant, a.atttypid, a.attgenerated, d.adrelid,
         pg_get_expr(d.adbin, d.adrelid) as filler,
         case when a.attnum is null then format('add column if not exists %I uuid not null, ', tenant_column) else '' end as grow
    from tree join pg_class c using (oid)
    left join pg_attribute a on a.attrelid = c.oid and a.attname = tenant_column and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
),
-- Unique keys that do not tell tenants apart.
keys as (
  select i.indexrelid, t.*, k.conname, k.contype, i.indexrelid::regclass::text as index,
         concat(case when k.condeferrable then ' deferrable' end, case when k.condeferred then ' initially deferred' end) as suffix,
         case when i.indisprimary then 'primary key' when i.indnullsnotdistinct then 'unique nulls not distinct' else 'unique' end as kind,
         (select string_agg(quote_ident(a.attname), ', ' order by place)
            from unnest(i.indkey::int2[]) with ordinality as key (attnum, place)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = key.attnum
           where place <= i.indnkeyatts) as columns
    from pg_index i
    join tables t on t.oid = i.indrelid
    left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x')
   where (i.indisunique or i.indisexclusion)
     and not exists (select from pg_inherits h where h.inhrelid = i.indexrelid)
     and not exists (select from unnest(i.indkey::int2[]) with ordinality as key (attnum, place)
                      where key.attnum = t.tenant and place <= i.indnkeyatts
                        and (k.conexclop is null
                             or (select o.oprname = '=' from pg_operator o where o.oid = k.conexclop[place])))
),
-- Foreign keys into the tree or out of it, with the tenant's column at either end.
links as (
  select k.*, here.name as here, there.name as there, here.tenant as here_tenant, there.tenant as there_tenant,
         here.named as here_named, there.named as there_named,
         pairs.columns, pairs.others
    from pg_constraint k,
         lateral (select k.conrelid::regclass::text, coalesce(t.tenant, a.attnum), coalesce(a.attname, tenant_column)
                    from (values (tenancy.tenant_column(k.conrelid))) as own (column_name)
                    left join tables t on t.oid = k.conrelid
                    left join pg_attribute a on a.attrelid = k.conrelid
                     and a.attname = case when t.oid is null then own.column_name else tenant_column end
                     and not a.attisdropped) as here (name, tenant, named),
         lateral (select k.confrelid::regclass::text, coalesce(t.tenant, a.attnum), coalesce(a.attname, tenant_column)
                    from (values (tenancy.tenant_column(k.confrelid))) as own (column_name)
                    left join tables t on t.oid = k.confrelid
                    left join pg_attribute a on a.attrelid = k.confrelid
                     and a.attname = case when t.oid is null then own.column_name else tenant_column end
                     and not a.attisdropped) as there (name, tenant, named),
         lateral (select string_agg(quote_ident(mine.attname), ', ' order by place), string_agg(quote_ident(theirs.attname), ', ' order by place)
                    from unnest(k.conkey, k.confkey) with ordinality as pair (mine, theirs, place)
                    join pg_attribute mine on mine.attrelid = k.conrelid and mine.attnum = pair.mine
                    join pg_attribute theirs on theirs.attrelid = k.confrelid and theirs.attnum = pair.theirs
                   where pair.theirs is distinct from there.tenant) as pairs (columns, others)
   where k.contype = 'f' and k.conparentid = 0
     and (k.conrelid in (select oid from tree) or k.confrelid in (select oid from tree))
),
links_mended as (
  select l.*,
         format('alter table %s drop constraint %I', here, conname) as drop_link,
         concat(case when here_tenant is null then format('alter table %s add column if not exists %I uuid; ', here, here_named) end,
                format('alter table %s add constraint %I foreign key (%I, %s) references %s (%I, %s)',
                       here, conname, here_named, columns, there, there_named, others),
                case confmatchtype when 'f' then ' match full' end,
                case confupdtype when 'c' then ' on update cascade' when 'r' then ' on update restrict' end,
                case confdeltype when 'c' then ' on delete cascade' when 'r' then ' on delete restrict'
                                 when 'n' then format(' on delete set null (%s)', columns)
                                 when 'd' then format(' on delete set default (%s)', columns) end,
                case when condeferrable then ' deferrable' end,
                case when condeferred then ' initially deferred' end) as add_link
    from links l
),
over (oid) as ( -- views, at any depth
  select oid from tree
  union
  select v.oid
    from over
    join pg_depend d on d.refclassid = 'pg_class'::regclass and d.refobjid = over.oid and d.classid = 'pg_rewrite'::regclass
    join pg_rewrite w on w.oid = d.objid
    join pg_class v on v.oid = w.ev_class and v.relkind in ('v', 'm')
)
select 'table ' || target, format('is a part of %s, through which its rows are read by the rules of that table', i.inhparent::regclass),
       format('select tenancy.isolate(%L)', i.inhparent::regclass::text)
  from pg_inherits i where i.inhrelid = target
union all
select 'table ' || name, 'is foreign, so no policy can guard it', format('alter table %s detach partition %s', i.inhparent::regclass, name)
  from tables t join pg_inherits i on i.inhrelid = t.oid where relkind not in ('r', 'p')
union all
select format('column %s.%I', name, tenant_column), format('is of type %s, not uuid', format_type(atttypid, null)),
       format('alter table %s alter column %I type uuid using %I::text::uuid', name, tenant_column, tenant_column)
  from tables where atttypid <> 'uuid'::regtype
union all
select format('column %s.%I', name, tenant_column), 'is generated from other columns, so it need not be the tenant''s',
       format('alter table %s alter column %I drop expression', name, tenant_column)
  from tables where attgenerated <> ''
union all
select format('column %s.%I', name, tenant_column), format('has a default of its own, %s', filler),
       format('alter table %s alter column %I drop default', name, tenant_column)
  from tables where attgenerated = '' and filler not in ('tenancy.current_tenant()', 'tenancy.sealed_tenant()')
union all
select case when conname is null then 'index ' || index else format('constraint %I on %s', conname, name) end,
       'is unique across tenants, so it tells a tenant what another one has'
         || coalesce('; foreign keys that need it: '
                     || (select string_agg(format('%I on %s', l.conname, l.here), ', ' order by l.here, l.conname)
                           from links_mended l where l.conindid = k.indexrelid), ''),
       concat((select string_agg(l.drop_link || '; ', '' order by l.here, l.conname) from links_mended l where l.conindid = k.indexrelid),
              case when conname is null
                   then concat(case when grow <> '' then format('alter table %s %s; ', name, rtrim(grow, ', ')) end,
                               format('drop index %s; ', index),
                               regexp_replace(pg_get_indexdef(indexrelid), ' USING (\w+) \(', format(' USING \1 (%s, ', replace(quote_ident(tenant_column), '\', '\\'))))
                   when contype = 'x' then format('alter table %s drop constraint %I', name, conname)
                   else format('alter table %s %sdrop constraint %I, add constraint %I %s (%I, %s)%s', name, grow, conname, conname,
                               kind, tenant_column, columns, suffix) end,
              (select string_agg('; ' || l.add_link, '' order by l.here, l.conname) from links_mended l where l.conindid = k.indexrelid))
  from keys k
union all
select format('foreign key %I on %s', conname, here),
       format('refers to %s without the tenant on both sides, so a row can belong to another tenant''s', there),
       drop_link || '; ' || add_link
  from links_mended l
 where (l.there_tenant is not null or l.confrelid in (select oid from tree))
   and conindid not in (select indexrelid from keys)
   and not exists (select from unnest(conkey, confkey) as pair (mine, theirs)
                    where pair.mine = here_tenant and pair.theirs = there_tenant)
union all
select case v.relkind when 'v' then 'view ' else 'materialized view ' end || v.oid::regclass,
       case v.relkind when 'v' then 'reads tenants'' tables with its owner''s rights'
            else 'is a copy of tenants'' rows that no policy guards' end,
       case v.relkind when 'v' then format('alter view %s set (security_invoker = true)', v.oid::regclass)
            else format('drop materialized view %s', v.oid::regclass) end
  from over join pg_class v using (oid)
 where v.relkind = 'm'
    or v.relkind = 'v' and not exists (select from pg_options_to_table(v.reloptions)
                                        where option_name = 'security_invoker' and option_value::boolean)
union all
select format('policy %I on %s', p.polname, t.name), case p.polname when 'tenant_isolation' then 'is not the one that isolation makes'
                                                              else 'lets rows through beside tenant_isolation' end,
       format('drop policy %I on %s', p.polname, t.name)
  from pg_policy p join tables t on t.oid = p.polrelid
 where p.polpermissive
   and not (p.polname = 'tenant_isolation' and p.polcmd = '*' and p.polroles = '{0}'
            and exists (select from unnest(array['current_tenant', 'sealed_tenant']) as context,
                                    format('(%I = ( SELECT tenancy.%s() AS %s))', tenant_column, context, context) as wanted
                         where pg_get_expr(p.polqual, p.polrelid) = wanted and pg_get_expr(p.polwithcheck, p.polrelid) = wanted))
union all
select format('rule %I on %s', r.rulename, t.name), 'rewrites statements, and what it makes of them runs with its owner''s rights',
       format('drop rule %I on %s', r.rulename, t.name)
  from pg_rewrite r join tables t on t.oid = r.ev_class
$$;

grant execute on function tenancy.tenant_column(regclass), tenancy.isolation_obstacles(regclass, name) to public;
