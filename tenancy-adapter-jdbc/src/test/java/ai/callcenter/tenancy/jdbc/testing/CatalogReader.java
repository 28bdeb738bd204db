package ai.callcenter.tenancy.jdbc.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a table is read from the catalog. */
final class CatalogReader {
    private static final String TABLES = """
            select c.oid
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = any (?) and c.relkind in ('r', 'p') and tenancy.tenant_column(c.oid) is not null
               and not exists (select from pg_inherits i where i.inhrelid = c.oid)
             order by c.oid::regclass::text""";
    /** Parts of others go with them; what migrations are remembered in is nobody's. */
    private static final String OTHERS = """
            select c.oid::regclass::text
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname = any (?) and c.relkind in ('r', 'p', 'f') and tenancy.tenant_column(c.oid) is null
               and not exists (select from pg_inherits i where i.inhrelid = c.oid)
               and (has_any_column_privilege(c.oid, 'select, insert, update') or has_table_privilege(c.oid, 'delete'))
               and c.relname not in ('flyway_schema_history', 'databasechangelog', 'databasechangeloglock')
             order by 1""";

    private static final String TABLE = """
            with recursive tree (oid) as (
              select ?::oid union select i.inhrelid from pg_inherits i join tree on i.inhparent = tree.oid
            )
            select c.oid::regclass::text, quote_ident(tenancy.tenant_column(c.oid)),
                   exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation'
                            and pg_get_expr(p.polqual, p.polrelid) like '%tenancy.sealed_tenant()%'),
                   array(select oid::regclass::text from tree),
                   array(select right_to from unnest('{select,insert,update,delete}'::text[]) as right_to
                          where case right_to when 'delete' then has_table_privilege(c.oid, right_to)
                                else has_any_column_privilege(c.oid, right_to) end)
              from pg_class c where c.oid = (select oid from tree limit 1)""";
    private static final String COLUMNS = """
            select a.attname, quote_ident(a.attname), format_type(a.atttypid, a.atttypmod), b.typname, b.typcategory,
                   case when b.typname in ('bit', 'varbit') then m.typmod when m.typmod > 4 then m.typmod - 4 else 0 end,
                   (select e.enumlabel from pg_enum e where e.enumtypid = b.oid order by e.enumsortorder limit 1),
                   (a.attnotnull or t.typnotnull or a.attnum = any (p.partattrs::int2[]))
                     and not (a.atthasdef or a.attidentity <> '' or t.typdefault is not null),
                   has_column_privilege(a.attrelid, a.attnum, 'select'),
                   has_column_privilege(a.attrelid, a.attnum, 'select') and has_column_privilege(a.attrelid, a.attnum, 'update')
                     and a.attgenerated = '' and a.attidentity <> 'a'
              from pg_attribute a
              join pg_type t on t.oid = a.atttypid
              join pg_type b on b.oid = coalesce(nullif(t.typbasetype, 0), t.oid)
              left join pg_partitioned_table p on p.partrelid = a.attrelid,
                   lateral (select case when t.typtype = 'd' then t.typtypmod else a.atttypmod end) as m (typmod)
             where a.attrelid = ? and a.attnum > 0 and not a.attisdropped
             order by a.attnum""";
    private static final String KEYS = """
            select k.conname, k.confrelid,
                   array(select quote_ident(a.attname) from unnest(k.conkey) with ordinality as c (attnum, place)
                           join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.attnum order by place),
                   array(select quote_ident(a.attname) from unnest(k.confkey) with ordinality as c (attnum, place)
                           join pg_attribute a on a.attrelid = k.confrelid and a.attnum = c.attnum order by place)
              from pg_constraint k
             where k.conrelid = ? and k.contype = 'f' and k.conparentid = 0
             order by k.conname""";
    /** Of each level of partitions by one column, the lower bound, or the first value, of the first that has one. */
    private static final String BOUNDS = """
            with recursive tree (oid, name) as (
              select ?::oid, null::name
              union
              select part.oid, part.name
                from tree, lateral (
                  select i.inhrelid, a.attname
                    from pg_partitioned_table p
                    join pg_inherits i on i.inhparent = p.partrelid
                    join pg_class c on c.oid = i.inhrelid
                    join pg_attribute a on a.attrelid = p.partrelid and a.attnum = p.partattrs[0]
                   where p.partrelid = tree.oid and p.partnatts = 1
                   order by i.inhrelid = p.partdefid, i.inhrelid limit 1) as part (oid, name)
            )
            select quote_ident(tree.name), btrim(split_part(split_part(split_part(pg_get_expr(c.relpartbound, c.oid), '(', 2), ')', 1), ',', 1), '''')
              from tree join pg_class c using (oid)
             where tree.name is not null
               and pg_get_expr(c.relpartbound, c.oid) ~ '^FOR VALUES (FROM|IN) ' and pg_get_expr(c.relpartbound, c.oid) !~ 'MINVALUE'""";

    private final Connection service;

    CatalogReader(Connection service) {
        this.service = service;
    }

    /** The oids of tables in schemas that carry the tenant's column, parts of others left out. */
    List<Long> tenants(List<String> schemas) throws SQLException {
        return Query.list(service, TABLES, row -> row.getLong(1), service.createArrayOf("text", schemas.toArray()));
    }

    /** The names of the tables that do not, of those that the login may use. */
    List<String> others(List<String> schemas) throws SQLException {
        return Query.list(service, OTHERS, row -> row.getString(1), service.createArrayOf("text", schemas.toArray()));
    }

    HostTable table(long oid) throws SQLException {
        List<SampleColumn> columns = Query.list(service, COLUMNS, CatalogReader::column, oid);
        List<ForeignKey> keys = Query.list(
                service,
                KEYS,
                row -> new ForeignKey(row.getString(1), row.getLong(2), texts(row, 3), texts(row, 4)),
                oid);
        Map<String, String> bounds = new HashMap<>();
        Query.list(service, BOUNDS, row -> bounds.put(row.getString(1), row.getString(2)), oid);
        return Query.list(
                        service,
                        TABLE,
                        row -> new HostTable(
                                oid,
                                row.getString(1),
                                row.getString(2),
                                row.getBoolean(3),
                                texts(row, 4),
                                texts(row, 5),
                                columns,
                                keys,
                                Map.copyOf(bounds)),
                        oid)
                .getFirst();
    }

    private static SampleColumn column(ResultSet row) throws SQLException {
        return new SampleColumn(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5).charAt(0),
                row.getInt(6),
                row.getString(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
