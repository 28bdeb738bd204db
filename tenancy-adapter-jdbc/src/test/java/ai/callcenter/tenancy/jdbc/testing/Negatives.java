package ai.callcenter.tenancy.jdbc.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.sql.SQLException;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicTest;

/** The tests of one table. Each has a transaction, and two tenants that nobody has met. */
final class Negatives {
    private final TenantIsolationTests host;
    private final DataSource service;
    private final HostCatalog catalog;
    private final HostTable table;

    Negatives(TenantIsolationTests host, DataSource service, HostCatalog catalog, HostTable table) {
        this.host = host;
        this.service = service;
        this.catalog = catalog;
        this.table = table;
    }

    Stream<DynamicTest> tests() {
        Stream<DynamicTest> all = Stream.of(
                test("without a context no rows are seen", Attack::readsWithoutContext),
                test("another tenant sees no rows", Attack::reads),
                test("another tenant cannot update", Attack::updates),
                test("another tenant cannot delete", Attack::deletes),
                test("a row for another tenant is refused", Attack::insertsForAnother),
                test("a row cannot be given to another tenant", Attack::changesTenant));
        Stream<DynamicTest> inserts = table.may("insert")
                ? Stream.concat(
                        Stream.of(test("a row without a tenant becomes the context's", Attack::insertsWithoutTenant)),
                        references())
                : Stream.of();
        Stream<DynamicTest> seals = table.sealed()
                ? Stream.of(test("without a seal no rows are seen", Attack::readsWithoutSeal))
                : Stream.of();
        return Stream.of(all, inserts, seals).flatMap(tests -> tests);
    }

    private Stream<DynamicTest> references() {
        return table.keys().stream()
                .filter(key -> catalog.parent(key).tenant() != null)
                .filter(key -> key.mine().stream().anyMatch(column -> !column.equals(table.tenant())))
                .map(key -> test(
                        key.name() + " refuses another tenant's row of "
                                + catalog.parent(key).name(),
                        attack -> attack.refers(key, catalog.parent(key))));
    }

    @FunctionalInterface
    private interface Deed {
        void by(Attack attack) throws SQLException;
    }

    private DynamicTest test(String name, Deed deed) {
        return DynamicTest.dynamicTest(name, () -> {
            if (table.sealed() && host.sealKey() == null) {
                fail(table.name() + " takes a sealed context alone: override sealKey()");
            }
            DataSource preparing = host.preparing();
            try (Trial trial = preparing == null
                    ? Trial.begin(service, host.sealKey(), null)
                    : Trial.begin(preparing, host.sealKey(), catalog.login())) {
                Unproved unproved = new Unproved(host, table);
                deed.by(new Attack(trial, new SampleRows(trial, catalog, host, unproved), table, unproved));
            }
        });
    }
}
