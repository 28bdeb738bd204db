package ai.callcenter.tenancy;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * UUIDs of version 7 (RFC 9562 section 5.7): milliseconds first, then a counter that keeps the ids of one process in
 * order (section 6.2, method 1), then random bits. Ordered ids keep indexes dense and the trail sorted.
 */
final class TimeOrderedIds implements Supplier<UUID> {
    private static final int COUNTER_BITS = 12;
    private static final long RFC_VARIANT = 1L << 63;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UUID get() {
        long stamp = next();
        long high = (stamp >>> COUNTER_BITS) << 16 | 7L << COUNTER_BITS | (stamp & 0xfff);
        long low = random.nextLong() >>> 2 | RFC_VARIANT;
        return new UUID(high, low);
    }

    /** Milliseconds and counter as one number: a clock that stands still or steps back only counts. */
    private synchronized long next() {
        last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
        return last;
    }
}
