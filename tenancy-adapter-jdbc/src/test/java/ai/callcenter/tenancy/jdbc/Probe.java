package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * One attempt on the isolation, made as SQL, and how it must end.
 *
 * @param as the login; a role to become after it, if any, after a slash
 * @param context SQL that sets the scene's context
 * @param attempt the statement
 * @param outcome a number: the value or the count of rows; else the SQL state of the refusal, with the constraint's
 *     name after a colon where there is one
 */
record Probe(String as, String context, String attempt, String outcome) {
    static final String SERVICE = TestPostgres.SERVICE;
    static final String OWNER = TestPostgres.MIGRATOR + "/tenancy_owner";

    /** Makes the attempt, in a transaction that is rolled back, and throws an AssertionError when it ends otherwise. */
    void run(Scene scene) throws SQLException {
        String[] who = as.split("/");
        try (Connection connection = scene.database().source(who[0]).getConnection()) {
            connection.setAutoCommit(false);
            if (who.length > 1) {
                TestPostgres.execute(connection, "set role " + who[1]);
            }
            if (!context.isEmpty()) {
                TestPostgres.execute(connection, scene.sql(context));
            }
            assertThat(attempt(connection, scene)).as("%s", this).isEqualTo(outcome);
        }
    }

    private @Nullable String attempt(Connection connection, Scene scene) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(scene.sql(attempt))) {
                return String.valueOf(statement.getUpdateCount());
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? row.getString(1) : "none";
            }
        } catch (PSQLException e) {
            String constraint = e.getServerErrorMessage() == null
                    ? null
                    : e.getServerErrorMessage().getConstraint();
            return e.getSQLState() + (constraint == null ? "" : ":" + constraint);
        }
    }

    @Override
    public String toString() {
        return as + (context.isEmpty() ? ", no context: " : ", " + context + ": ") + attempt;
    }
}
