package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.jdbc.TenantConnection.Question;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** One statement of a connection in auto-commit mode, in a transaction of its own that has the tenant's context. */
final class OneTransaction {
    private static final String ALREADY_IN_A_TRANSACTION = "25001";

    private OneTransaction() {}

    static @Nullable Object of(Connection host, TenantContext context, Question question) throws Throwable {
        @Nullable Object result;
        host.setAutoCommit(false);
        try {
            context.gone();
            context.ensure(host);
            result = question.ask();
            host.commit();
        } catch (Throwable failure) { // an Error must not commit either
            undo(host, failure);
            throw failure;
        } finally {
            context.gone();
        }
        host.setAutoCommit(true);
        return result;
    }

    /** Runs a statement so that its rows outlive the transaction: all of them are fetched at once. */
    static @Nullable Object whole(Statement statement, Question question) throws Throwable {
        int fetchSize = statement.getFetchSize();
        if (fetchSize != 0) {
            statement.setFetchSize(0);
        }
        try {
            @Nullable Object result = question.ask();
            refuseBegin(statement);
            return result;
        } finally {
            if (fetchSize != 0) {
                statement.setFetchSize(fetchSize);
            }
        }
    }

    /** A transaction that is begun in SQL would end with the statement, and a later rollback would undo nothing. */
    private static void refuseBegin(Statement statement) throws SQLException {
        for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
            if (ALREADY_IN_A_TRANSACTION.equals(warning.getSQLState())) {
                throw new SQLException(
                        "a transaction is begun by setAutoCommit(false), not by SQL: each statement of a connection in"
                                + " auto-commit mode has its own",
                        ALREADY_IN_A_TRANSACTION);
            }
        }
    }

    private static void undo(Connection host, Throwable failure) {
        try {
            host.rollback();
            host.setAutoCommit(true); // commits what is open, so never without a rollback before
        } catch (SQLException e) {
            failure.addSuppressed(e);
            end(host, failure);
        }
    }

    private static void end(Connection host, Throwable failure) {
        try {
            host.abort(Runnable::run);
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }
}
