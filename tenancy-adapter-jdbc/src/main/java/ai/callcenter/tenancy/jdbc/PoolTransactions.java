package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.store.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Each read and each unit in a transaction of its own, on a connection of a pool; conflicts are run again. */
final class PoolTransactions implements Transactions {
    /** Under REPEATABLE READ one of n contenders wins each round, so this bounds how many may meet at once. */
    private static final int MOST_ATTEMPTS = 50;

    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final DataSource pool;
    private final Watch watch;
    private final Nesting nesting;

    PoolTransactions(DataSource pool, Watch watch, Nesting nesting) {
        this.pool = pool;
        this.watch = watch;
        this.nesting = nesting;
    }

    /** One round trip in a transaction of its own. */
    @Override
    public <R> R read(Read<R> read) {
        nesting.refuse();
        watch.effort().read();
        return connected(connection -> watch.during(connection, read));
    }

    /** What needs a connection, once, and says itself how its transaction ends. */
    private <R> R connected(Read<R> use) {
        try {
            watch.begin();
            try (Connection connection = pool.getConnection()) {
                refuseForeign(connection);
                return use.from(connection);
            } finally {
                watch.end();
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    @Override
    public <U extends Unit, R, X extends Exception> R run(Opening<U> opening, Work<? super U, R, X> work) throws X {
        nesting.begin();
        watch.effort().unit();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    return once(opening, work);
                } catch (Conflict conflict) {
                    if (attempt == MOST_ATTEMPTS) {
                        throw SqlErrors.unavailable(conflict);
                    }
                    pause(attempt);
                }
            }
        } finally {
            nesting.end();
        }
    }

    private <U extends Unit, R, X extends Exception> R once(Opening<U> opening, Work<? super U, R, X> work) throws X {
        try {
            watch.begin();
            try (Connection connection = pool.getConnection()) {
                refuseForeign(connection);
                return on(connection, opening, work);
            } finally {
                watch.end();
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    private <U extends Unit, R, X extends Exception> R on(
            Connection connection, Opening<U> opening, Work<? super U, R, X> work) throws X, SQLException {
        connection.setAutoCommit(false);
        try (U unit = opening.on(connection, watch)) {
            R result = work.in(unit);
            unit.commit();
            connection.setAutoCommit(true); // not every host's pool does this
            return result;
        } catch (Throwable failure) { // an Error must not commit either
            rollback(connection, failure);
            throw failure;
        }
    }

    @Override
    public <R> R hold(Holding<R> holding) {
        nesting.refuse();
        watch.effort().unit();
        try {
            return connected(connection -> hold(connection, holding));
        } catch (Conflict conflict) { // the caller tries again
            throw SqlErrors.unavailable(conflict);
        }
    }

    private <R> R hold(Connection connection, Holding<R> holding) throws SQLException {
        connection.setAutoCommit(false);
        try {
            R result = holding.on(connection, watch);
            watch.during(connection, on -> {
                on.commit();
                return on;
            });
            connection.setAutoCommit(true);
            return result;
        } catch (Throwable failure) { // an Error must not commit either
            rollback(connection, failure);
            throw failure;
        }
    }

    private void rollback(Connection connection, Throwable failure) {
        try {
            watch.during(connection, on -> {
                on.rollback();
                on.setAutoCommit(true);
                return on;
            });
        } catch (SQLException e) { // the connection is gone, and the transaction with it
            failure.addSuppressed(e);
        }
    }

    private static void pause(int attempt) {
        long most = Math.min(LONGEST_PAUSE_NANOS, 500_000L << Math.min(attempt, 10));
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(most));
    }

    /** Its commit would be ours to make, and whatever else is in it would be committed too. */
    private static void refuseForeign(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            throw new IllegalStateException("this data source hands out connections that are inside a transaction, or"
                    + " not in auto-commit mode: give JdbcTenancy.using the pool itself, with auto-commit, and run a use"
                    + " case in a transaction of yours by within(connection)");
        }
    }
}
