package ai.callcenter.tenancy.http;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks once for all who ask at the same time, and again after a second at the earliest. Anybody may ask, as often as
 * they like, and an answer costs a connection to the database that callers with a token need.
 */
final class SharedReadiness implements Readiness {
    /** Not longer than whoever watches a server waits between two looks. */
    private static final long KEPT_NANOS = Duration.ofSeconds(1).toNanos();

    private final Readiness asked;
    private final LongSupplier nanoTime;
    private final Lock asking = new ReentrantLock();
    private volatile @Nullable Told last;

    /**
     * @param fault what keeps the service from serving; null when nothing does
     * @param at when that was known
     */
    private record Told(@Nullable String fault, long at) {}

    /** @param nanoTime as {@link System#nanoTime} */
    SharedReadiness(Readiness asked, LongSupplier nanoTime) {
        this.asked = asked;
        this.nanoTime = nanoTime;
    }

    @Override
    public @Nullable String fault() {
        Told told = last;
        return (told == null || isOld(told) ? ask() : told).fault;
    }

    private Told ask() {
        asking.lock();
        try {
            // Whoever waited here has the answer of the one who asked.
            Told told = last;
            if (told == null || isOld(told)) {
                String fault = asked.fault();
                told = new Told(fault, nanoTime.getAsLong());
                last = told;
            }
            return told;
        } finally {
            asking.unlock();
        }
    }

    private boolean isOld(Told told) {
        return nanoTime.getAsLong() - told.at >= KEPT_NANOS;
    }
}
