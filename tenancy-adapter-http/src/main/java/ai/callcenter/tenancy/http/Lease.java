package ai.callcenter.tenancy.http;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What one server knows of a tenant's limit in a shared store: how many requests it has taken out of it ahead, or until
 * when there are none. To be used with its lock held.
 *
 * <p>What is held is held for good: a server that holds some takes no more, so idle servers keep less than one
 * {@linkplain #batch batch} each, once; if it lapsed, they would take another one again and again for nothing.
 */
final class Lease {
    /** Past this, to ask less often saves nothing that can be measured. */
    private static final long MAX_BATCH = 100;

    private static final long SHARE = 100;

    final ReentrantLock lock = new ReentrantLock();

    private @Nullable RateLimit limit;
    private long held;
    private double used;
    private long at;
    private long refusedUntil;

    /** How many requests to take at a time: a hundredth of the limit, so that small limits are exact. */
    static long batch(RateLimit limit) {
        return Math.clamp(limit.requests() / SHARE, 1, MAX_BATCH);
    }

    /**
     * Counts a request without asking the store.
     *
     * @param now in nanoseconds
     * @return null where only the store knows; always so when the limit is another one than before
     */
    @Nullable
    Taken take(RateLimit by, long now) {
        if (!by.equals(limit)) {
            return null;
        }
        if (held > 0) {
            held--;
            return taken(by, now, 0);
        }
        return refusedUntil - now > 0 ? taken(by, now, refusedUntil - now) : null;
    }

    /** Counts a request with what the store has just granted. */
    Taken take(RateLimit by, RateLimitStore.Grant grant, long now) {
        limit = by;
        used = grant.used();
        at = now;
        refusedUntil = now;
        held = grant.requests() - 1;
        if (grant.requests() == 0) {
            held = 0;
            refusedUntil = now + nanos(by, used - (by.requests() - 1));
        }
        return taken(by, now, refusedUntil - now);
    }

    /** As far as it is known: what other servers have used since is not. */
    private Taken taken(RateLimit by, long now, long retryNanos) {
        double usedNow = Math.max(0, used - (now - at) / nanosOfOne(by));
        double free = by.requests() - usedNow;
        long remaining = Math.min(by.requests(), (long) free + held);
        return new Taken(retryNanos == 0, retryNanos == 0 ? remaining : 0, retryNanos, nanos(by, usedNow - held));
    }

    private static long nanos(RateLimit limit, double requests) {
        return (long) Math.ceil(Math.max(0, requests) * nanosOfOne(limit));
    }

    private static double nanosOfOne(RateLimit limit) {
        return (double) limit.per().toNanos() / limit.requests();
    }
}
