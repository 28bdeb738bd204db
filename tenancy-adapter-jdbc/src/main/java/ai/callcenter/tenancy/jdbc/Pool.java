package ai.callcenter.tenancy.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** The connection pool, with a bound on every wait: a driver's defaults hang for as long as a frozen database does. */
final class Pool {
    private static final int CONNECT_SECONDS = 2;
    /** How long one answer may take. {@link Watch} sees to it, so the driver has no time-out of its own. */
    static final Duration ANSWER = Duration.ofSeconds(4);

    private static final int POOL_MILLIS = 2000;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(POOL_MILLIS);
    private static final String LIMITS = "set statement_timeout = '5s'; set lock_timeout = '2s';"
            + " set idle_in_transaction_session_timeout = '10s'";

    private Pool() {}

    static HikariDataSource open(JdbcConfig config) {
        HikariConfig pool = new HikariConfig();
        pool.setPoolName("tenancy");
        pool.setJdbcUrl(config.url());
        pool.setUsername(config.user());
        pool.setPassword(config.password());
        pool.setMaximumPoolSize(config.poolSize());
        pool.setConnectionTimeout(POOL_MILLIS);
        pool.setValidationTimeout(1000);
        pool.setInitializationFailTimeout(POOL_MILLIS);
        pool.setTransactionIsolation(config.isolation().jdbcName());
        pool.setConnectionInitSql(LIMITS);
        pool.addDataSourceProperty("ApplicationName", "tenancy");
        // As text: the driver passes over a value of any other type without a word.
        pool.addDataSourceProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        pool.addDataSourceProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(pool);
    }

    /** Who may ask a pool for a connection. */
    static Turns turns(HikariDataSource pool) {
        return new Turns(pool.getMaximumPoolSize(), LONGEST_WAIT);
    }
}
