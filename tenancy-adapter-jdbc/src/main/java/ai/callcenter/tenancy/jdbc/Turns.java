package ai.callcenter.tenancy.jdbc;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets in, in the order in which they come, as many as the pool has connections, so that nobody waits in the pool: it
 * waits with a time limit and tells a thread of its own each time, which on virtual threads is a twentieth of a request
 * under load. Here the wait is untimed, and the {@link Watch} ends those that take too long.
 */
final class Turns {
    private final AtomicInteger free;
    private final long mostNanos;
    private final Queue<Waiter> waiting = new ConcurrentLinkedQueue<>();
    private final LongAdder waits = new LongAdder();
    private final LongAdder waitedNanos = new LongAdder();
    private final LongAdder refused = new LongAdder();

    private enum State {
        WAITS,
        LET_IN,
        TOO_LONG,
        INTERRUPTED
    }

    private static final class Waiter extends AtomicReference<State> {
        private static final long serialVersionUID = 1;

        private final transient Thread thread = Thread.currentThread();
        private final long since = System.nanoTime();

        Waiter() {
            super(State.WAITS);
        }

        boolean end(State as) {
            boolean ended = compareAndSet(State.WAITS, as);
            if (ended) {
                LockSupport.unpark(thread);
            }
            return ended;
        }
    }

    /**
     * Turns for a pool.
     *
     * @param connections how many it has at most
     * @param most how long anybody waits
     */
    Turns(int connections, Duration most) {
        this.free = new AtomicInteger(connections);
        this.mostNanos = most.toNanos();
    }

    /**
     * Waits for one's turn, which {@link #end} ends.
     *
     * @throws SQLTransientConnectionException when it does not come in time, or the thread is interrupted
     */
    void begin() throws SQLException {
        if (waiting.isEmpty() && take()) {
            return;
        }
        Waiter waiter = new Waiter();
        waiting.add(waiter);
        next(); // one may have ended before this one stood in the line
        while (waiter.get() == State.WAITS) {
            LockSupport.park(this);
            if (waiter.get() == State.WAITS && Thread.currentThread().isInterrupted()) {
                waiter.end(State.INTERRUPTED);
            }
        }
        waits.increment();
        waitedNanos.add(System.nanoTime() - waiter.since);
        if (waiter.get() != State.LET_IN) {
            refused.increment();
            throw new SQLTransientConnectionException("no connection came free in time");
        }
    }

    /** Ends a turn that has begun. */
    void end() {
        free.incrementAndGet();
        next();
    }

    /** Ends the waits that take too long; to be called now and then. */
    void endLongWaits() {
        long now = System.nanoTime();
        for (Waiter waiter : waiting) {
            if (now - waiter.since > mostNanos && waiter.end(State.TOO_LONG)) {
                waiting.remove(waiter);
            }
        }
    }

    private boolean take() {
        int now = free.get();
        while (now > 0 && !free.compareAndSet(now, now - 1)) {
            now = free.get();
        }
        return now > 0;
    }

    /** Lets in whoever is next, for as long as there is room. */
    private void next() {
        while (!waiting.isEmpty() && take()) {
            Waiter first = waiting.poll();
            while (first != null && !first.end(State.LET_IN)) {
                first = waiting.poll();
            }
            if (first == null) {
                free.incrementAndGet();
            }
        }
    }

    /** How many wait now. */
    int waiting() {
        return waiting.size();
    }

    /** How many have waited so far. */
    long waits() {
        return waits.sum();
    }

    /** How long they have waited, all together. */
    double waitedNanos() {
        return waitedNanos.sum();
    }

    /** How many of them were turned away. */
    double refused() {
        return refused.sum();
    }
}
