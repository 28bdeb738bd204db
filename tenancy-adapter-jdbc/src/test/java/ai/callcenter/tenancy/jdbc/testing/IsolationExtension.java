package ai.callcenter.tenancy.jdbc.testing;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.jdbc.IsolationCheck;
import ai.callcenter.tenancy.jdbc.IsolationException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * For a host's tests of its own work, as a static field with {@code @RegisterExtension}: before all of them, that every
 * table is isolated; after each, that the pool does not hand out a connection that still carries a tenant. It looks at
 * one connection, so a pool of one shows every leak. Safe for use by many threads.
 */
public final class IsolationExtension implements BeforeAllCallback, AfterEachCallback {
    private final DataSource service;
    private final String[] schemas;

    private IsolationExtension(DataSource service, String[] schemas) {
        this.service = service;
        this.schemas = schemas;
    }

    /**
     * For a pool and the schemas of the host's tables.
     *
     * @param service connections of the login that the host's service works with
     * @param schemas as the catalog has them, such as {@code public}
     */
    public static IsolationExtension of(DataSource service, String... schemas) {
        return new IsolationExtension(service, schemas.clone());
    }

    /**
     * Checks the tables.
     *
     * @throws IsolationException naming every fault and the SQL that mends it
     * @throws TenancyException {@code store_unavailable} when the database cannot be reached
     */
    @Override
    public void beforeAll(ExtensionContext context) {
        IsolationCheck.require(service, schemas);
    }

    /**
     * Looks at the pool.
     *
     * @throws AssertionError naming what a connection carries
     * @throws SQLException when the database cannot be reached
     */
    @Override
    public void afterEach(ExtensionContext context) throws SQLException {
        LeftContext.refuse(service);
    }
}
