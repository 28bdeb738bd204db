package ai.callcenter.tenancy.jdbc;

/**
 * How a service reaches its PostgreSQL.
 *
 * @param url a JDBC address such as {@code jdbc:postgresql://localhost/tenancy}
 * @param user the service's login: a member of {@code tenancy_app}, never a superuser or an owner
 * @param password its password
 * @param poolSize the most connections at a time
 * @param isolation the isolation level of every transaction
 */
public record JdbcConfig(String url, String user, String password, int poolSize, Isolation isolation) {
    /** The pool size where none is chosen. */
    public static final int DEFAULT_POOL_SIZE = 10;

    /** The isolation levels at which every invariant holds. */
    public enum Isolation {
        /** PostgreSQL's default. */
        READ_COMMITTED("TRANSACTION_READ_COMMITTED"),
        /** Snapshots; conflicts are run again. */
        REPEATABLE_READ("TRANSACTION_REPEATABLE_READ");

        private final String jdbcName;

        Isolation(String jdbcName) {
            this.jdbcName = jdbcName;
        }

        String jdbcName() {
            return jdbcName;
        }
    }

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the wrong one
     */
    public JdbcConfig {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the database's URL begins with jdbc:postgresql:");
        }
        if (poolSize < 1 || poolSize > 1000) {
            throw new IllegalArgumentException("the pool size is from 1 to 1000");
        }
    }

    /** The default pool at READ COMMITTED. */
    public static JdbcConfig of(String url, String user, String password) {
        return new JdbcConfig(url, user, password, DEFAULT_POOL_SIZE, Isolation.READ_COMMITTED);
    }

    /** The same with another pool size. */
    public JdbcConfig withPoolSize(int to) {
        return new JdbcConfig(url, user, password, to, isolation);
    }

    /** The same at another isolation level. */
    public JdbcConfig withIsolation(Isolation to) {
        return new JdbcConfig(url, user, password, poolSize, to);
    }

    /** Without the password: this ends up in logs. */
    @Override
    public String toString() {
        return "JdbcConfig[" + url + " as " + user + ", " + poolSize + " connections, " + isolation + "]";
    }
}
