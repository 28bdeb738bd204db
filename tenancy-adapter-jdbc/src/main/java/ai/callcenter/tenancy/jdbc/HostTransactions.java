package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.store.Work;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads and units in a transaction that is the host's: each a savepoint, none a commit, and no context left behind. */
final class HostTransactions implements Transactions {
    private static final String FAILED_TRANSACTION = "25P02";

    private final Connection connection;
    private final Nesting nesting;
    private final Watch watch = Watch.none(); // time-outs of the host's connection are the host's

    HostTransactions(Connection connection, Nesting nesting) {
        this.connection = connection;
        this.nesting = nesting;
    }

    @Override
    public <R> R read(Read<R> read) {
        nesting.refuse();
        try {
            HostContext before = begin();
            try {
                R result = read.from(connection);
                Sql.run(connection, before.restored(), HostContext.RELEASE);
                return result;
            } catch (Throwable failure) {
                undo(failure);
                throw failure;
            }
        } catch (SQLException e) {
            throw translate(e);
        }
    }

    @Override
    public <U extends Unit, R, X extends Exception> R run(Opening<U> opening, Work<? super U, R, X> work) throws X {
        nesting.begin();
        try {
            return once(opening, work);
        } catch (SQLException e) {
            throw translate(e);
        } catch (Conflict e) {
            throw again(e);
        } finally {
            nesting.end();
        }
    }

    @Override
    public <R> R hold(Holding<R> holding) {
        throw new IllegalStateException("subscriptions and dispatchers have transactions of their own, not the host's:"
                + " ask the Tenancy over the pool for its events()");
    }

    private <U extends Unit, R, X extends Exception> R once(Opening<U> opening, Work<? super U, R, X> work)
            throws X, SQLException {
        HostContext before = begin();
        try (U unit = opening.on(connection, watch)) {
            R result = work.in(unit);
            unit.end(before.restored(), HostContext.RELEASE);
            return result;
        } catch (Throwable failure) { // an Error must leave nothing either
            undo(failure);
            throw failure;
        }
    }

    private HostContext begin() throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("there is no transaction to run in: setAutoCommit(false) on the connection"
                    + " before, or use the store of the pool");
        }
        return HostContext.leave(connection);
    }

    private void undo(Throwable failure) {
        try {
            Sql.run(connection, HostContext.BACK, HostContext.RELEASE);
        } catch (SQLException e) { // the connection is gone, and the transaction with it
            failure.addSuppressed(e);
        }
    }

    private static RuntimeException translate(SQLException failure) {
        if (FAILED_TRANSACTION.equals(failure.getSQLState())) {
            return new IllegalStateException(
                    "the transaction of this connection has failed before: roll it back first", failure);
        }
        RuntimeException translated = SqlErrors.translate(failure);
        return translated instanceof Conflict conflict ? again(conflict) : translated;
    }

    private static TenancyException again(Conflict conflict) {
        return new TenancyException(
                ErrorCode.STORE_UNAVAILABLE,
                "Another transaction came first: roll this one back, and run all of it again.",
                conflict);
    }
}
