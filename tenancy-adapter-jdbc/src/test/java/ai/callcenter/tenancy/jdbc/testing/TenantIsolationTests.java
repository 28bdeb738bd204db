package ai.callcenter.tenancy.jdbc.testing;

import ai.callcenter.tenancy.jdbc.SealKey;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/**
 * The tests that a host's tables keep tenants apart: a class that implements this, with the two methods, has them all.
 * The tables are found in the catalog, so one that is added later is covered too. For each, two tenants that nobody has
 * met try what they may not, on sample rows, in transactions that are rolled back; nothing is left but gaps in the
 * numbers of sequences.
 *
 * <p>Sample rows are made from the catalog. Where a CHECK or a trigger refuses them, nothing is proved, and the tests
 * of that table fail with a line that says so: {@link #values} says what it takes. A table without a tenant's column
 * fails too, unless {@link #shared} names it.
 */
public interface TenantIsolationTests {
    /** Connections of the login that the host's service works with, as that gets them: the pool itself, best. */
    DataSource service();

    /** The schemas of the host's tables, as the catalog has them, such as {@code public}. */
    List<String> schemas();

    /**
     * Values of sample rows that the catalog does not tell, as text by the column's name, such as
     * {@code Map.of("number", "+4930123")}.
     *
     * @param table the table with its schema, quoted as SQL would: {@code public.calls}
     */
    default Map<String, String> values(String table) {
        return Map.of();
    }

    /**
     * Connections that make the sample rows where the service's login may not, and can {@code set role} to it: the
     * superuser's of a test database, say. None where the service's own do.
     */
    default @Nullable DataSource preparing() {
        return null;
    }

    /**
     * Tables without a tenant's column, which all tenants share, such as {@code public.countries}: with their schemas,
     * quoted as SQL would. Those of Flyway and Liquibase need not be named, nor those that the service's login may not
     * use.
     */
    default Set<String> shared() {
        return Set.of();
    }

    /**
     * Tables with a tenant's column that cannot be tried, since no sample row can be made: named as in {@link #shared}.
     * What is not proved of them is skipped; that they are isolated is still asked of the catalog.
     */
    default Set<String> excused() {
        return Set.of();
    }

    /** The key of sealed tables; none where no table is sealed. */
    default @Nullable SealKey sealKey() {
        return null;
    }

    /**
     * The tests.
     *
     * @throws SQLException when the database cannot be reached
     */
    @TestFactory
    default Stream<DynamicNode> isolation() throws SQLException {
        return new IsolationSuite(this).nodes();
    }
}
