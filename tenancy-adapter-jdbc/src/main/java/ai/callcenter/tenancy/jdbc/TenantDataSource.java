package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A host's own tables, one tenant at a time: connections of the host's pool on which every statement runs in a
 * transaction that has the tenant's context, set for that transaction alone by a bound parameter. There is no
 * connection that sees all tenants, and none comes back to the pool with a context. Safe for use by many threads; its
 * connections are as safe as JDBC's are.
 *
 * <p>In auto-commit mode each statement has a transaction of its own: a batch happens as a whole or not at all, rows
 * are fetched at once whatever the fetch size, and what PostgreSQL runs outside of transactions only, such as
 * {@code VACUUM}, is refused. Transactions are begun by {@link Connection#setAutoCommit} and ended by
 * {@link Connection#commit}: SQL that ends one itself leaves the rest of the transaction without a tenant, and so
 * without rows.
 *
 * <p>{@link Connection#unwrap} hands out the driver's own objects, for COPY and the like, inside of a transaction. They
 * are not held to anything: use them before that transaction ends. What SQL makes for its whole session (temporary
 * tables, cursors {@code WITH HOLD}, {@code SET} without {@code LOCAL}) stays on the pool's connection, as everywhere.
 */
public final class TenantDataSource {
    private static final Duration VALIDITY = Duration.ofSeconds(60);

    private final DataSource host;
    private final @Nullable Sealing sealing;

    private TenantDataSource(DataSource host, @Nullable Sealing sealing) {
        this.host = host;
        this.sealing = sealing;
    }

    /**
     * Tenants' connections out of a pool.
     *
     * @param host the pool itself, whose connections are in no transaction; its login neither owns the tables nor
     *     bypasses row-level security
     */
    public static TenantDataSource over(DataSource host) {
        return new TenantDataSource(host, null);
    }

    /** The same with sealed contexts, each valid for 60 seconds and renewed in transactions that last longer. */
    public TenantDataSource sealed(SealKey key) {
        return sealed(key, VALIDITY, Clock.systemUTC());
    }

    /**
     * The same with sealed contexts, which foreign SQL cannot make up.
     *
     * @param validity how long a seal is good for, from 2 seconds to a day; what the clocks of service and database
     *     differ by comes off it
     * @throws IllegalArgumentException when it is shorter or longer
     */
    public TenantDataSource sealed(SealKey key, Duration validity, Clock clock) {
        return new TenantDataSource(host, new Sealing(key, validity, clock));
    }

    /**
     * A connection for one tenant, in the mode in which the pool hands it out; the caller closes it. Closing it rolls
     * back what is open.
     *
     * @throws IllegalArgumentException where the tenant is {@code null}
     */
    public Connection connect(TenantId tenant) throws SQLException {
        return connect(tenant, () -> null);
    }

    /** @param now whose work it is at the moment, where somebody knows */
    Connection connect(TenantId tenant, Supplier<? extends @Nullable TenantId> now) throws SQLException {
        TenantContext context = new TenantContext(required(tenant), sealing, now);
        Connection connection = host.getConnection();
        try {
            return TenantConnection.over(connection, context);
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
    }

    /**
     * What is done in one transaction.
     *
     * @param <R> what comes out
     * @param <X> what it may throw; the transaction is then rolled back
     */
    @FunctionalInterface
    public interface Work<R extends @Nullable Object, X extends Exception> {
        /** Does it. */
        R on(Connection connection) throws X;
    }

    /**
     * Runs work in one transaction of one tenant, which commits when the work returns and rolls back on every
     * {@link Throwable}.
     *
     * @throws SQLException when there is no connection or the commit fails
     */
    public <R extends @Nullable Object, X extends Exception> R inTransaction(TenantId tenant, Work<R, X> work)
            throws SQLException, X {
        try (Connection connection = connect(tenant)) {
            connection.setAutoCommit(false);
            R result = work.on(connection);
            connection.commit();
            return result;
        }
    }

    /**
     * A data source for libraries that ask for connections themselves: each is for the tenant that the supplier names
     * when it is asked for, such as {@code SCOPE::current}. While the supplier names another one, it takes no
     * statement.
     *
     * @param tenant what it throws is thrown to whoever asks for a connection; {@code null} becomes an
     *     {@link IllegalStateException}
     */
    public DataSource following(Supplier<? extends @Nullable TenantId> tenant) {
        return new FollowingDataSource(this, host, tenant);
    }

    private static TenantId required(@Nullable TenantId tenant) {
        if (tenant == null) {
            throw new IllegalArgumentException("no tenant is given: a connection is for one tenant");
        }
        return tenant;
    }
}
