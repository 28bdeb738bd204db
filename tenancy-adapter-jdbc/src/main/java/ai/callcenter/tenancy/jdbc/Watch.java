package ai.callcenter.tenancy.jdbc;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Ends connections that wait too long for one answer, as they do for a database that is frozen. The driver's own socket
 * time-out ends them too, but makes each wait a timed one, which on virtual threads costs a tenth of a request.
 */
final class Watch implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Watch.class.getName());
    private static final int LOOKS_IN_A_LIMIT = 16;

    /** Since when each connection waits, in the nanoseconds of {@link System#nanoTime}. */
    private final Map<Connection, Long> waiting = new ConcurrentHashMap<>();

    private final Effort effort = new Effort();
    private final Duration limit;
    private final @Nullable Turns turns;
    private final @Nullable Thread thread;

    private Watch(Duration limit, @Nullable Turns turns) {
        this.limit = limit;
        this.turns = turns;
        this.thread = turns != null
                ? Thread.ofPlatform().daemon().name("tenancy-database-watch").start(this::look)
                : null;
    }

    /** Begins to watch, on a thread of its own, the answers and those who wait to ask. */
    static Watch start(Duration limit, Turns turns) {
        return new Watch(limit, turns);
    }

    /** Watches nothing: the time-outs of a host's connections are the host's. */
    static Watch none() {
        return new Watch(Duration.ZERO, null);
    }

    /** Asks one thing of a connection, which is ended when the answer takes too long. */
    <R> R during(Connection connection, Transactions.Read<R> question) throws SQLException {
        long begin = System.nanoTime();
        if (thread != null) {
            waiting.put(connection, begin);
        }
        try {
            return question.from(connection);
        } finally {
            if (thread != null) {
                waiting.remove(connection);
            }
            effort.asked(System.nanoTime() - begin);
        }
    }

    /** Begins one's turn to ask, and waits for it where there are no more connections. */
    void begin() throws SQLException {
        if (turns != null) {
            turns.begin();
        }
    }

    /** Ends a turn that has begun. */
    void end() {
        if (turns != null) {
            turns.end();
        }
    }

    /** Who waits; null where that is the host's affair. */
    @Nullable
    Turns turns() {
        return turns;
    }

    /** What has been asked so far. */
    Effort effort() {
        return effort;
    }

    private void look() {
        try {
            while (true) {
                Thread.sleep(limit.dividedBy(LOOKS_IN_A_LIMIT));
                try {
                    lookOnce();
                } catch (RuntimeException | Error e) {
                    // Whatever it was: without this thread nobody would end a wait.
                    LOG.log(Level.ERROR, "Waits for the database could not be looked at; the next attempt follows", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void lookOnce() {
        if (turns != null) {
            turns.endLongWaits();
        }
        long now = System.nanoTime();
        waiting.forEach((connection, since) -> {
            if (now - since > limit.toNanos()) {
                end(connection);
            }
        });
    }

    private void end(Connection connection) {
        waiting.remove(connection);
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It has ended by itself, and whoever waits for it learns so.
        }
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
