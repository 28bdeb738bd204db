package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.store.Work;
import java.sql.Connection;
import java.sql.SQLException;

/** Runs reads and units: nothing nested, everything undone that throws. */
interface Transactions {
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

    /** Reads, without a trace of the context that it is done in. */
    <R> R read(Read<R> read);

    /** Runs a unit. */
    <U extends Unit, R, X extends Exception> R run(Opening<U> opening, Work<? super U, R, X> work) throws X;

    /** What is done with a connection whose transaction has begun, for longer than one round trip. */
    @FunctionalInterface
    interface Holding<R> {
        R on(Connection connection, Watch watched) throws SQLException;
    }

    /**
     * One transaction that is no unit: what it waits for may open units and read, on other connections. Not run again.
     *
     * @throws IllegalStateException in a transaction of the host's, which is not ours to end
     */
    <R> R hold(Holding<R> holding);
}
