package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.store.TenancyStore;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Tenancy on PostgreSQL: a store over a pool of connections of the service's login. */
public final class JdbcTenancy implements AutoCloseable {
    private final DataSource source;
    private final @Nullable HikariDataSource own;
    private final Watch watch;
    private final TenancyStore store;

    private JdbcTenancy(DataSource source, @Nullable HikariDataSource own) {
        this.source = source;
        this.own = own;
        this.watch = own == null ? Watch.none() : Watch.start(Pool.ANSWER, Pool.turns(own));
        this.store = new JdbcStore(source, watch);
    }

    /**
     * Opens a pool of its own, which {@link #close} closes.
     *
     * @throws TenancyException {@code store_unavailable} when the database cannot be reached
     */
    public static JdbcTenancy open(JdbcConfig config) {
        try {
            HikariDataSource pool = Pool.open(config);
            return new JdbcTenancy(pool, pool);
        } catch (PoolInitializationException e) {
            throw SqlErrors.unavailable(e);
        }
    }

    /**
     * Uses connections of the host, in auto-commit mode, whose time-outs are the host's to set. They are handed back
     * without any context.
     */
    public static JdbcTenancy using(DataSource source) {
        return new JdbcTenancy(source, null);
    }

    /** The store, for {@code Tenancy.on(store)}. */
    public TenancyStore store() {
        return store;
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
                    "3F000".equals(e.getSQLState()) || "42883".equals(e.getSQLState())
                            ? "the database has no schema yet: run ./tenancy migrate"
                            : "the database cannot be reached");
        }
    }

    /** Who asks the database, and what it was asked. */
    Watch watch() {
        return watch;
    }

    /** The pool; null where it is the host's. */
    @Nullable
    HikariDataSource pool() {
        return own;
    }

    /** A connection of the service's login, for checks. The caller closes it. */
    public Connection connection() throws SQLException {
        Connection connection = source.getConnection();
        if (own != null) { // nobody watches it
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(Pool.ANSWER.toMillis()));
        }
        return connection;
    }

    @Override
    public void close() {
        watch.close();
        if (own != null) {
            own.close();
        }
    }
}
