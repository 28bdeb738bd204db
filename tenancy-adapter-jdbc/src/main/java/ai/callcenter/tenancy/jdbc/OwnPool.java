package ai.callcenter.tenancy.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool that is not the host's. Apart, so that a host with a pool of its own need not have HikariCP. */
final class OwnPool {
    private final HikariDataSource pool;

    private OwnPool(HikariDataSource pool) {
        this.pool = pool;
    }

    static OwnPool open(JdbcConfig config) {
        try {
            return new OwnPool(Pool.open(config));
        } catch (PoolInitializationException e) {
            throw SqlErrors.unavailable(e);
        }
    }

    DataSource source() {
        return pool;
    }

    HikariDataSource hikari() {
        return pool;
    }

    /** Begins to watch it. */
    Watch watch() {
        return Watch.start(Pool.ANSWER, Pool.turns(pool));
    }

    /** A connection that nobody watches. */
    Connection connection() throws SQLException {
        Connection connection = pool.getConnection();
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(Pool.ANSWER.toMillis()));
        return connection;
    }

    void close() {
        pool.close();
    }
}
