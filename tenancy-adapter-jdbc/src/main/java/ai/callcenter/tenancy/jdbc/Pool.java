package ai.callcenter.tenancy.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Connection pools, with a bound on every wait: a driver's defaults hang for as long as a frozen database does. */
final class Pool {
    private static final int CONNECT_SECONDS = 2;
    /** How long one answer may take. {@link Watch} sees to it, so the driver has no time-out of its own. */
    static final Duration ANSWER = Duration.ofSeconds(4);
    /** How long counting a request may take. */
    static final Duration COUNT = Duration.ofMillis(250);

    private static final int POOL_MILLIS = 2000;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(POOL_MILLIS);
    private static final int COUNTING = 2;
    private static final String LIMITS = "set statement_timeout = '5s'; set lock_timeout = '2s';"
            + " set idle_in_transaction_session_timeout = '10s'";
    private static final String COUNTING_LIMITS =
            "set statement_timeout = '200ms'; set idle_in_transaction_session_timeout = '10s'";

    private Pool() {}

    static HikariDataSource open(JdbcConfig config) {
        HikariConfig pool = pool("tenancy", config);
        pool.setMaximumPoolSize(config.poolSize());
        pool.setConnectionTimeout(POOL_MILLIS);
        pool.setValidationTimeout(1000);
        pool.setInitializationFailTimeout(POOL_MILLIS);
        pool.setTransactionIsolation(config.isolation().jdbcName());
        pool.setConnectionInitSql(LIMITS);
        return new HikariDataSource(pool);
    }

    /** Few connections, and none that a unit of work could wait for; opened whether or not the database is there. */
    static HikariDataSource counting(JdbcConfig config) {
        HikariConfig pool = pool("tenancy-rate-limits", config);
        pool.setMaximumPoolSize(COUNTING);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(COUNT.toMillis());
        pool.setValidationTimeout(COUNT.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.setTransactionIsolation(JdbcConfig.Isolation.READ_COMMITTED.jdbcName());
        pool.setConnectionInitSql(COUNTING_LIMITS);
        return new HikariDataSource(pool);
    }

    private static HikariConfig pool(String name, JdbcConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName(name);
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.addDataSourceProperty("ApplicationName", name);
        // As text: the driver passes over a value of any other type without a word.
        pool.addDataSourceProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        pool.addDataSourceProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return pool;
    }

    /** Who may ask a pool for a connection. */
    static Turns turns(HikariDataSource pool) {
        return new Turns(pool.getMaximumPoolSize(), LONGEST_WAIT);
    }
}
