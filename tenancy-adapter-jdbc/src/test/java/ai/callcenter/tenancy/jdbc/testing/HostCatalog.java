package ai.callcenter.tenancy.jdbc.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The host's tables, as the catalog has them and the service's login sees them.
 *
 * @param login the service's
 * @param tenants those that carry the tenant's column, parts of others left out
 * @param others the names of those that do not, and that the login may use
 * @param all those, and what they refer to, by oid
 */
record HostCatalog(String login, List<HostTable> tenants, List<String> others, Map<Long, HostTable> all) {

    /** Reads it on a connection that is in a transaction, which is of no use for anything else afterwards. */
    static HostCatalog of(Connection service, List<String> schemas) throws SQLException {
        Query.list(service, "select set_config('search_path', 'pg_catalog, pg_temp', true)", row -> row);
        String login = Query.list(service, "select current_user", row -> row.getString(1))
                .getFirst();
        CatalogReader reader = new CatalogReader(service);
        Map<Long, HostTable> all = new HashMap<>();
        List<Long> tenants = reader.tenants(schemas);
        for (long oid : tenants) {
            load(reader, oid, all);
        }
        return new HostCatalog(login, tenants.stream().map(all::get).toList(), reader.others(schemas), all);
    }

    private static void load(CatalogReader reader, long oid, Map<Long, HostTable> all) throws SQLException {
        if (!all.containsKey(oid)) {
            HostTable table = reader.table(oid);
            all.put(oid, table);
            for (ForeignKey key : table.keys()) {
                load(reader, key.parent(), all);
            }
        }
    }

    HostTable parent(ForeignKey key) {
        return Objects.requireNonNull(all.get(key.parent()));
    }
}
