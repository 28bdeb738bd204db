package ai.callcenter.tenancy.jdbc.testing;

import static org.junit.jupiter.api.Assertions.fail;

import ai.callcenter.tenancy.jdbc.Fault;
import ai.callcenter.tenancy.jdbc.IsolationCheck;
import ai.callcenter.tenancy.jdbc.SealKey;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** The tests of a host's tables. */
final class IsolationSuite {
    private final TenantIsolationTests host;
    private final DataSource service;

    IsolationSuite(TenantIsolationTests host) {
        this.host = host;
        this.service = host.service();
    }

    Stream<DynamicNode> nodes() throws SQLException {
        HostCatalog catalog = catalog();
        Stream<DynamicNode> first = Stream.of(
                DynamicTest.dynamicTest("there are tenants' tables", () -> thereAreSome(catalog)),
                DynamicTest.dynamicTest("every table is isolated", this::everyTableIsIsolated),
                DynamicTest.dynamicTest("every table is a tenant's or shared", () -> noneIsForgotten(catalog)),
                DynamicTest.dynamicTest("a connection comes back without a tenant", this::comesBackClean));
        Stream<DynamicNode> tables = catalog.tenants().stream()
                .map(table -> DynamicContainer.dynamicContainer(
                        table.name(), new Negatives(host, service, catalog, table).tests()));
        return Stream.concat(first, tables);
    }

    private HostCatalog catalog() throws SQLException {
        try (Connection connection = service.getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return HostCatalog.of(connection, host.schemas());
            } finally {
                connection.rollback();
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    /** A misspelled schema would pass otherwise. */
    private void thereAreSome(HostCatalog catalog) {
        if (catalog.tenants().isEmpty()) {
            fail("No table in " + host.schemas() + " has a tenant's column: schemas() names the wrong ones, or"
                    + " tenancy.isolate has been called for none.");
        }
    }

    /** A table without the column is seen by all tenants. */
    private void noneIsForgotten(HostCatalog catalog) {
        List<String> forgotten = catalog.others().stream()
                .filter(table -> !host.shared().contains(table))
                .toList();
        if (!forgotten.isEmpty()) {
            fail("Every tenant sees all rows of " + String.join(", ", forgotten) + ": add tenant_id and call"
                    + " tenancy.isolate, or, where all tenants share them, name them in shared().");
        }
    }

    private void everyTableIsIsolated() throws SQLException {
        try (Connection connection = service.getConnection()) {
            List<Fault> faults = IsolationCheck.run(connection, host.schemas()).stream()
                    .filter(Fault::stops)
                    .toList();
            if (!faults.isEmpty()) {
                fail("Tenants are not kept apart. Each fault, with the SQL that mends it:\n"
                        + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
            }
        }
    }

    private void comesBackClean() throws SQLException {
        TenantDataSource tenants = TenantDataSource.over(service);
        SealKey key = host.sealKey();
        if (key != null) {
            tenants = tenants.sealed(key);
        }
        tenants.inTransaction(
                new TenantId(UUID.randomUUID()),
                connection -> Query.list(connection, "select 1", row -> row.getInt(1)));
        LeftContext.refuse(service);
    }
}
