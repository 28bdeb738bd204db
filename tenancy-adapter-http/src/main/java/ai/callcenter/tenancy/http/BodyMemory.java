package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * How much memory bodies may take at once. A connection costs little; a body on each of them would be more than the
 * heap, and clients decide how long it lies there.
 *
 * <p>What counts is what a body may become, before any of it arrives: counting what has arrived would refuse it
 * halfway, and would not keep one caller from taking everything. So each has a share of the whole.
 */
final class BodyMemory {
    private final int whole;
    private final int share;
    private final Lock lock = new ReentrantLock();
    private final Map<@Nullable UserId, Integer> shares = new HashMap<>();
    private int taken;

    /**
     * @param whole so many bytes at once
     * @param share and so many of one caller's
     */
    BodyMemory(int whole, int share) {
        this.whole = whole;
        this.share = share;
    }

    /**
     * Takes some for a caller, who must {@link #giveBack} as much.
     *
     * @param caller null for all strangers together
     * @return whether there is enough; if not, nothing was taken
     */
    boolean take(@Nullable UserId caller, int bytes) {
        if (bytes == 0) {
            return true;
        }
        lock.lock();
        try {
            int own = shares.getOrDefault(caller, 0) + bytes;
            if (own > share || taken + bytes > whole) {
                return false;
            }
            shares.put(caller, own);
            taken += bytes;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void giveBack(@Nullable UserId caller, int bytes) {
        lock.lock();
        try {
            taken -= bytes;
            shares.computeIfPresent(caller, (same, own) -> own == bytes ? null : own - bytes);
        } finally {
            lock.unlock();
        }
    }
}
