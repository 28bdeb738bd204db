package ai.callcenter.tenancy.jdbc.testing;

import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes sample rows in a trial, those first that others refer to. A row is texts by quoted column. */
final class SampleRows {
    private final Trial trial;
    private final HostCatalog catalog;
    private final TenantIsolationTests host;
    private final Unproved unproved;
    private final Map<Key, Map<String, @Nullable String>> made = new HashMap<>();
    private final Set<Long> waiting = new HashSet<>();
    private long number;

    private record Key(HostTable table, TenantId tenant) {}

    SampleRows(Trial trial, HostCatalog catalog, TenantIsolationTests host, Unproved unproved) {
        this.trial = trial;
        this.catalog = catalog;
        this.host = host;
        this.unproved = unproved;
    }

    /** A tenant's row, made once. */
    Map<String, @Nullable String> made(HostTable table, TenantId tenant) throws SQLException {
        return made(table, tenant, Map.of());
    }

    private Map<String, @Nullable String> made(HostTable table, TenantId tenant, Map<String, @Nullable String> given)
            throws SQLException {
        Key key = new Key(table, tenant);
        Map<String, @Nullable String> known = made.get(key);
        if (known == null) {
            known = table.tenant() == null && given.isEmpty() ? found(table) : null;
            known = known == null ? insert(table, tenant, planned(table, tenant, given)) : known;
            made.put(key, known);
        }
        return known;
    }

    /** What a tenant's row would be, of which all that it refers to is there. */
    Map<String, @Nullable String> planned(HostTable table, TenantId tenant) throws SQLException {
        return planned(table, tenant, Map.of());
    }

    private Map<String, @Nullable String> planned(HostTable table, TenantId tenant, Map<String, @Nullable String> given)
            throws SQLException {
        if (!waiting.add(table.oid())) {
            unproved.because("No sample row of " + table.name()
                    + " can be the first: it refers to itself, by way of other tables" + " perhaps. Say in values(\""
                    + table.name() + "\") what it refers to.");
        }
        Map<String, @Nullable String> row = new LinkedHashMap<>(given);
        if (table.tenant() != null) {
            row.put(table.tenant(), tenant.toString());
        }
        host.values(table.name())
                .forEach((name, text) -> row.putIfAbsent(named(table, name).quoted(), text));
        for (ForeignKey key : table.keys()) {
            if (key.mine().stream().anyMatch(column -> wants(table, column, row))
                    || key.mine().stream().allMatch(column -> column.equals(table.tenant()))) {
                refer(table, key, tenant, row);
            }
        }
        table.bounds().forEach(row::putIfAbsent);
        for (SampleColumn column : table.columns()) {
            if (wants(table, column.quoted(), row)) {
                row.put(column.quoted(), sample(table, column));
            }
        }
        waiting.remove(table.oid());
        return row;
    }

    private static boolean wants(HostTable table, String column, Map<String, @Nullable String> row) {
        return table.column(column).needed() && !row.containsKey(column);
    }

    private static SampleColumn named(HostTable table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "values(\"" + table.name() + "\") names a column that is not there: " + name));
    }

    /** Lets a row refer to a row of its own tenant's, by all columns that are not said yet. */
    private void refer(HostTable table, ForeignKey key, TenantId tenant, Map<String, @Nullable String> row)
            throws SQLException {
        Map<String, @Nullable String> given = new HashMap<>();
        for (int i = 0; i < key.mine().size(); i++) {
            String column = key.mine().get(i);
            if (row.containsKey(column)) {
                given.put(key.theirs().get(i), row.get(column));
            }
        }
        Map<String, @Nullable String> parent = made(catalog.parent(key), tenant, given);
        for (int i = 0; i < key.mine().size(); i++) {
            row.putIfAbsent(key.mine().get(i), parent.get(key.theirs().get(i)));
        }
    }

    private String sample(HostTable table, SampleColumn column) {
        String text = column.sample(++number);
        if (text == null) {
            return unproved.because("No sample value is known for " + table.name() + "." + column.quoted()
                    + ", which is " + column.type() + ": override values(\"" + table.name() + "\").");
        }
        return text;
    }

    /** A row of a table that all tenants share, such as countries; null where there is none. */
    private @Nullable Map<String, @Nullable String> found(HostTable table) throws SQLException {
        List<SampleColumn> known = known(table);
        if (known.isEmpty()) {
            return null;
        }
        trial.prepare();
        List<List<@Nullable String>> rows =
                trial.texts("select " + texts(known) + " from " + table.name() + " limit 1");
        return rows.isEmpty() ? null : row(known, rows.getFirst());
    }

    private static Map<String, @Nullable String> row(List<SampleColumn> columns, List<@Nullable String> texts) {
        Map<String, @Nullable String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i).quoted(), texts.get(i));
        }
        return row;
    }

    /** What whoever makes the rows may read of them. */
    private List<SampleColumn> known(HostTable table) {
        return table.columns().stream()
                .filter(column -> host.preparing() != null || column.readable())
                .toList();
    }

    private static String texts(List<SampleColumn> columns) {
        return columns.stream().map(column -> column.quoted() + "::text").collect(Collectors.joining(", "));
    }

    private Map<String, @Nullable String> insert(HostTable table, TenantId tenant, Map<String, @Nullable String> row)
            throws SQLException {
        trial.prepare();
        trial.in(tenant);
        List<SampleColumn> known = known(table);
        try {
            Map<String, @Nullable String> whole = new HashMap<>(row);
            if (known.isEmpty()) {
                trial.insert(statement(table, row), row.values().toArray());
            } else {
                for (List<@Nullable String> made : trial.texts(
                        statement(table, row) + " returning " + texts(known),
                        row.values().toArray())) {
                    whole.putAll(row(known, made));
                }
            }
            return whole;
        } catch (SQLException refusal) {
            return unproved.because("No sample row can be made in " + table.name() + ": " + refusal.getMessage()
                    + "\n  by: " + statement(table, row) + " with " + row
                    + "\n  Override values(\"" + table.name() + "\") with what the table takes"
                    + ("42501".equals(refusal.getSQLState())
                            ? ", or preparing() with a login that may insert there."
                            : "."));
        }
    }

    /** The statement that makes a row, with a parameter for each of its values. */
    static String statement(HostTable table, Map<String, @Nullable String> row) {
        if (row.isEmpty()) {
            return "insert into " + table.name() + " default values";
        }
        return "insert into " + table.name() + " (" + String.join(", ", row.keySet()) + ") values ("
                + row.keySet().stream()
                        .map(column -> "cast(? as " + table.column(column).type() + ")")
                        .collect(Collectors.joining(", "))
                + ")";
    }
}
