package ai.callcenter.tenancy.jdbc;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What keeps tenants apart, told by what does not work (and by what must). Each probe is run in a transaction that is
 * rolled back, so they may be run against any database with {@code people.sql} in it, sound or broken.
 */
final class Probes implements AutoCloseable {
    static final Map<String, String> VALUES = values();

    static final List<SqlCase> ALL = Stream.of(
                    "tenants",
                    "people",
                    "keys",
                    "sessions",
                    "limits",
                    "domains",
                    "sealed",
                    "events",
                    "rights",
                    "tricks")
            .flatMap(part -> SqlCase.read("probes-" + part + ".sql", VALUES).stream())
            .toList();

    private final TestPostgres database;
    private final Map<String, Connection> connections = new HashMap<>();

    Probes(TestPostgres database) {
        this.database = database;
    }

    /** A new database with people in it. */
    static TestPostgres peopled() throws SQLException {
        TestPostgres database = TestPostgres.create();
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, SqlCase.replaced(Resources.text("people.sql"), VALUES));
        }
        return database;
    }

    /** The titles of the probes whose outcome is not as it should be. */
    Set<String> failures(List<SqlCase> of) throws SQLException {
        Set<String> failures = new TreeSet<>();
        for (SqlCase probe : of) {
            if (!outcome(probe).equals(probe.outcome())) {
                failures.add(probe.title());
            }
        }
        return failures;
    }

    /**
     * What the last statement returns: {@code a|b; c|d}, {@code 3 rows}, or the SQL state with the constraint's name.
     */
    String outcome(SqlCase probe) throws SQLException {
        Connection connection = connection(probe.notes().getOrDefault("as", TestPostgres.SERVICE));
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            String context = context(probe);
            if (probe.sql().matches("(?s)copy .*std(in|out)")) {
                statement.execute(context);
                return copied(connection, probe.sql());
            }
            return last(statement, context + probe.sql());
        } catch (PSQLException e) {
            return refusal(e);
        } finally {
            connection.rollback();
        }
    }

    private static String context(SqlCase probe) {
        StringJoiner settings = new StringJoiner(", ", "select ", "; ");
        settings.add("1");
        for (String setting : probe.notes().getOrDefault("in", "").split(" ")) {
            String[] parts = setting.split("=", 2);
            if (parts.length == 2) {
                settings.add("set_config('tenancy." + parts[0] + "', '" + parts[1] + "', true)");
            }
        }
        return settings.toString();
    }

    private Connection connection(String login) throws SQLException {
        Connection connection = connections.get(login);
        if (connection == null) {
            connection = database.source(login).getConnection();
            connections.put(login, connection);
            if (login.equals(TestPostgres.MIGRATOR)) {
                TestPostgres.execute(connection, "set role tenancy_owner");
            }
        }
        return connection;
    }

    private static String last(Statement statement, String sql) throws SQLException {
        String outcome = "nothing";
        boolean isRows = statement.execute(sql);
        while (isRows || statement.getUpdateCount() >= 0) {
            outcome = isRows ? rows(statement.getResultSet()) : statement.getUpdateCount() + " rows";
            isRows = statement.getMoreResults();
        }
        return outcome;
    }

    private static String rows(ResultSet set) throws SQLException {
        StringJoiner rows = new StringJoiner("; ");
        while (set.next()) {
            StringJoiner row = new StringJoiner("|");
            for (int column = 1; column <= set.getMetaData().getColumnCount(); column++) {
                row.add(set.getString(column));
            }
            rows.add(row.toString());
        }
        return rows.toString();
    }

    private static String copied(Connection connection, String sql) throws SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        try (StringWriter out = new StringWriter()) {
            return sql.endsWith("stdin") ? copy.copyIn(sql, new StringReader("")) + " rows" : copiedOut(copy, sql, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String copiedOut(CopyManager copy, String sql, StringWriter out) throws SQLException, IOException {
        copy.copyOut(sql, out);
        return out.toString().strip();
    }

    /** Values of a row in a message are a leak: they make the outcome another one. */
    private static String refusal(PSQLException e) {
        ServerErrorMessage message = Objects.requireNonNull(e.getServerErrorMessage(), e::getMessage);
        String constraint = message.getConstraint() == null ? "" : " " + message.getConstraint();
        String detail = Objects.requireNonNullElse(message.getDetail(), "");
        boolean leaks = detail.contains(")=(") || detail.startsWith("Failing row");
        return message.getSQLState() + constraint + (leaks ? " with " + detail : "");
    }

    private static Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put("service", TestPostgres.SERVICE);
        values.put("owner", TestPostgres.MIGRATOR);
        values.put("grantee", TestPostgres.GRANTEE);
        String[] ids = {"acme", "globex", "gone", "ann", "bob", "carl", "otto", "lone", "new"};
        for (int i = 0; i < ids.length; i++) {
            values.put(
                    ids[i], "00000000-0000-0000-0000-" + String.valueOf(i + 1).repeat(12));
        }
        return values;
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
