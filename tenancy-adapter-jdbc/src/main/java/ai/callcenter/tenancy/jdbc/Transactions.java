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
}
