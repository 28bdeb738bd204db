package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.store.TenancyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tenancy on PostgreSQL: a store over a pool of connections of the service's login. Safe for use by many threads; two
 * of them in one JVM do not meet.
 */
public final class JdbcTenancy implements AutoCloseable {
    private final DataSource source;
    private final @Nullable OwnPool own;
    private final Watch watch;
    private final Nesting nesting = new Nesting();
    private final JdbcStore store;
    private final Tenancy tenancy;

    private JdbcTenancy(DataSource source, @Nullable OwnPool own, Watch watch) {
        JooqVersion.require();
        this.source = source;
        this.own = own;
        this.watch = watch;
        this.store = new JdbcStore(new PoolTransactions(source, watch, nesting), null);
        this.tenancy = Tenancy.on(store);
    }

    /**
     * Opens a pool of its own, which {@link #close} closes, and a thread that ends connections which wait too long.
     *
     * @throws TenancyException {@code store_unavailable} when the database cannot be reached
     * @throws IllegalStateException where HikariCP is not on the class path, or a jOOQ that is too old
     */
    public static JdbcTenancy open(JdbcConfig config) {
        try {
            OwnPool pool = OwnPool.open(config);
            return new JdbcTenancy(pool.source(), pool, pool.watch());
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "a pool of its own needs com.zaxxer:HikariCP on the class path; or give JdbcTenancy.using yours",
                    e);
        }
    }

    /**
     * Uses connections of the host, in auto-commit mode, whose time-outs are the host's to set. They are handed back
     * without any context. Starts no thread, and needs neither HikariCP nor Flyway on the class path.
     *
     * @param source the pool itself; one whose connections are inside a transaction, such as Spring's
     *     {@code TransactionAwareDataSourceProxy}, is refused with {@link IllegalStateException} by each use case,
     *     since a commit here would commit the host's work: see {@link #within}
     * @throws IllegalStateException where a jOOQ that is too old is on the class path
     */
    public static JdbcTenancy using(DataSource source) {
        return new JdbcTenancy(source, null, Watch.none());
    }

    /** The use cases, with the settings that are the defaults of {@link Tenancy#on}. */
    public Tenancy tenancy() {
        return tenancy;
    }

    /** The store, for {@code Tenancy.builder(store)}. */
    public TenancyStore store() {
        return store;
    }

    /** The same store with a listener that writes into the transaction of each event. */
    public TenancyStore store(JdbcListener listener) {
        return store.with(listener);
    }

    /**
     * The store in a transaction that the host has open, for {@code tenancy.over(store)}: what a use case writes is
     * committed or rolled back with the host's own rows, by the host. Each unit is a savepoint: one that is refused, or
     * that fails, is undone, and the host's transaction goes on. The settings {@code tenancy.*} are afterwards what
     * they were before.
     *
     * <p>What was written stays locked until the host's transaction ends: a tenant's writers wait for each other that
     * long. A conflict that would be run again elsewhere is {@code store_unavailable} here, and the host's whole
     * transaction is what has to be run again.
     *
     * @param connection with auto-commit off (else {@link IllegalStateException} by each use case), of a login that is
     *     granted {@code tenancy_app}; or one of a {@link TenantDataSource}, which takes use cases in its own tenant
     *     alone (else {@link IllegalArgumentException}). One thread uses it at a time.
     * @throws TenancyException {@code store_unavailable} when the connection is closed
     */
    public TenancyStore within(Connection connection) {
        return joining(connection);
    }

    /** The same with a listener that writes into the host's transaction too. */
    public TenancyStore within(Connection connection, JdbcListener listener) {
        return joining(connection).with(listener);
    }

    private JdbcStore joining(Connection connection) {
        try {
            if (connection.isWrapperFor(TenantConnection.class)) {
                TenantConnection tenants = connection.unwrap(TenantConnection.class);
                return new JdbcStore(new HostTransactions(tenants.host(), nesting), tenants.tenant());
            }
            return new JdbcStore(new HostTransactions(connection, nesting), null);
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /** What keeps this database from serving now: it is away, or its schema is of another version. Empty when fit. */
    public Optional<String> fault() {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select tenancy.schema_version()")) {
            row.next();
            int version = row.getInt(1);
            return version == Migrations.SCHEMA_VERSION
                    ? Optional.empty()
                    : Optional.of("the schema is of version " + version + "; this server needs "
                            + Migrations.SCHEMA_VERSION + ": " + IsolationCheck.remedy(version));
        } catch (SQLException e) {
            return Optional.of(
                    switch (String.valueOf(e.getSQLState())) {
                        case "3F000", "42883" -> "the database has no schema yet: run ./tenancy migrate";
                        case "42501" -> "the login that serves may not use the schema: grant tenancy_app to it";
                        default -> "the database cannot be reached";
                    });
        }
    }

    /** Who asks the database, and what it was asked. */
    Watch watch() {
        return watch;
    }

    /** The pool; null where it is the host's. */
    @Nullable
    OwnPool pool() {
        return own;
    }

    /** A connection of the service's login, for checks. The caller closes it. */
    public Connection connection() throws SQLException {
        return own == null ? source.getConnection() : own.connection();
    }

    @Override
    public void close() {
        watch.close();
        if (own != null) {
            own.close();
        }
    }
}
