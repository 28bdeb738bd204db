package ai.callcenter.tenancy.jdbc.testing;

import ai.callcenter.tenancy.jdbc.SealKey;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** One transaction, in which tenants try things; it is rolled back. */
final class Trial implements AutoCloseable {
    private static final String CONTEXT =
            "select set_config('tenancy.tenant_id', ?, true), set_config('tenancy.seal', ?, true)";
    private static final Duration VALIDITY = Duration.ofMinutes(10);

    private final Connection connection;
    private final boolean autoCommit;
    private final @Nullable SealKey key;
    private final @Nullable String login;

    private Trial(Connection connection, boolean autoCommit, @Nullable SealKey key, @Nullable String login) {
        this.connection = connection;
        this.autoCommit = autoCommit;
        this.key = key;
        this.login = login;
    }

    /**
     * Begins it.
     *
     * @param login which role tries; null where it is the connection's own
     */
    static Trial begin(DataSource source, @Nullable SealKey key, @Nullable String login) throws SQLException {
        Connection connection = source.getConnection();
        try {
            boolean autoCommit = connection.getAutoCommit();
            connection.setAutoCommit(false);
            Trial trial = new Trial(connection, autoCommit, key, login);
            Query.change(
                    connection, "set constraints all immediate"); // nothing is deferred to a commit that never comes
            return trial;
        } catch (Throwable failure) {
            connection.close();
            throw failure;
        }
    }

    /** What comes of a statement: rows, or the SQLSTATE and the words with which it was refused. */
    record Outcome(long rows, @Nullable String state, String words) {
        boolean refused() {
            return state != null;
        }

        /** By a policy or for want of a right: SQLSTATE 42501, insufficient_privilege, is both. */
        boolean forbidden() {
            return "42501".equals(state);
        }

        @Override
        public String toString() {
            return state == null ? rows + " rows" : state + " " + words;
        }
    }

    /** As whom, and in whose context, what follows is done; null for none. */
    void in(@Nullable TenantId tenant) throws SQLException {
        String seal = key == null || tenant == null
                ? ""
                : key.seal(tenant, Instant.now().plus(VALIDITY));
        Query.list(connection, CONTEXT, row -> row, tenant == null ? "" : tenant.toString(), seal);
    }

    /** A context that anybody can set. */
    void unsealed(TenantId tenant) throws SQLException {
        Query.list(connection, CONTEXT, row -> row, tenant.toString(), "");
    }

    /** From here on it is the service's login. */
    void serve() throws SQLException {
        if (login != null) {
            Query.list(connection, "select set_config('role', ?, true)", row -> row, login);
        }
    }

    /** From here on it is whoever makes the rows. */
    void prepare() throws SQLException {
        if (login != null) {
            Query.list(connection, "select set_config('role', 'none', true)", row -> row);
        }
    }

    /** Makes a row; what refuses it is thrown. */
    void insert(String sql, @Nullable Object... values) throws SQLException {
        Query.change(connection, sql, values);
    }

    /** Tries a change, and keeps it where it is not refused. */
    Outcome change(String sql, @Nullable Object... values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            return new Outcome(Query.change(connection, sql, values), null, "");
        } catch (SQLException refusal) {
            connection.rollback(before);
            return new Outcome(0, refusal.getSQLState(), String.valueOf(refusal.getMessage()));
        }
    }

    /** Tries a change, and takes it back. */
    Outcome rehearse(String sql, @Nullable Object... values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Outcome outcome = change(sql, values);
        connection.rollback(before);
        return outcome;
    }

    /** Whether a table shows a row; without rows where the login may not read it. */
    Outcome sees(String table, String where, @Nullable Object... values) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            String sql = "select exists (select from " + table + where + ")";
            boolean seen = Query.list(connection, sql, row -> row.getBoolean(1), values)
                    .getFirst();
            return new Outcome(seen ? 1 : 0, null, "");
        } catch (SQLException refusal) {
            connection.rollback(before);
            return new Outcome(0, refusal.getSQLState(), String.valueOf(refusal.getMessage()));
        }
    }

    /** The rows that a statement returns, as texts; what refuses it is thrown. */
    List<List<@Nullable String>> texts(String sql, @Nullable Object... values) throws SQLException {
        return Query.list(
                connection,
                sql,
                row -> {
                    List<@Nullable String> texts = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        texts.add(row.getString(i));
                    }
                    return texts;
                },
                values);
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(autoCommit);
        }
    }
}
