package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.store.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Runs reads and units: nothing nested, everything rolled back that throws, conflicts run again. */
final class Transactions {
    /** Under REPEATABLE READ one of n contenders wins each round, so this bounds how many may meet at once. */
    private static final int MOST_ATTEMPTS = 50;

    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final DataSource pool;
    private final Watch watch;
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

    Transactions(DataSource pool, Watch watch) {
        this.pool = pool;
        this.watch = watch;
    }

    /** What a read does with a connection. */
    @FunctionalInterface
    interface Read<R> {
        R from(Connection connection) throws SQLException;
    }

    /** Begins a unit on a connection whose transaction has begun. */
    @FunctionalInterface
    interface Opening<U extends Unit> {
        U on(Connection connection, Watch watch) throws SQLException;
    }

    /** One round trip in a transaction of its own. */
    <R> R read(Read<R> read) {
        refuseNested();
        watch.effort().read();
        try {
            watch.begin();
            try (Connection connection = pool.getConnection()) {
                return watch.during(connection, read);
            } finally {
                watch.end();
            }
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    <U extends Unit, R, X extends Exception> R run(Opening<U> opening, Work<? super U, R, X> work) throws X {
        refuseNested();
        watch.effort().unit();
        busy.set(true);
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
            busy.remove();
        }
    }

    private <U extends Unit, R, X extends Exception> R once(Opening<U> opening, Work<? super U, R, X> work) throws X {
        try {
            watch.begin();
            try (Connection connection = pool.getConnection()) {
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

    private void refuseNested() {
        if (busy.get()) {
            throw new IllegalStateException(
                    "a unit of work is open on this thread; finish it before opening another one or reading");
        }
    }
}
