package ai.callcenter.tenancy.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.local.LocalBucket;
import java.util.function.LongSupplier;

/**
 * Token buckets in memory, one a key.
 *
 * <p>At most {@value #MAX} of them, some 6 MiB; one that rests for its limit's longest period is full again, so nothing
 * is lost with it. To have one dropped before, with what was used of it, takes requests from as many other keys, each
 * of which is counted: who rotates through more addresses than that gains less than a token for each of the requests.
 */
final class Buckets<K> {
    static final int MAX = 20_000;

    private final TimeMeter meter;
    private final Cache<K, Entry> entries;

    private static final class Entry {
        private final LocalBucket bucket;
        private volatile RateLimit limit;

        private Entry(LocalBucket bucket, RateLimit limit) {
            this.bucket = bucket;
            this.limit = limit;
        }
    }

    /** @param nanos the time, in nanoseconds from any start */
    Buckets(LongSupplier nanos) {
        this.meter = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return nanos.getAsLong();
            }

            @Override
            public boolean isWallClockBased() {
                return false;
            }
        };
        this.entries = Caffeine.newBuilder()
                .maximumSize(MAX)
                .expireAfterAccess(RateLimit.MAX_PERIOD)
                .executor(Runnable::run)
                .build();
    }

    Taken take(K key, RateLimit limit) {
        ConsumptionProbe probe = bucket(key, limit).tryConsumeAndReturnRemaining(1);
        return new Taken(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                probe.getNanosToWaitForRefill(),
                probe.getNanosToWaitForReset());
    }

    /** Gives one back that was taken. */
    void giveBack(K key, RateLimit limit) {
        bucket(key, limit).addTokens(1);
    }

    private LocalBucket bucket(K key, RateLimit limit) {
        Entry entry = entries.getIfPresent(key);
        if (entry == null) {
            entry = entries.get(key, absent -> new Entry(made(limit), limit));
        }
        if (!entry.limit.equals(limit)) {
            replace(entry, limit);
        }
        return entry.bucket;
    }

    private static void replace(Entry entry, RateLimit limit) {
        synchronized (entry) {
            if (!entry.limit.equals(limit)) {
                entry.bucket.replaceConfiguration(configuration(limit), TokensInheritanceStrategy.AS_IS);
                entry.limit = limit;
            }
        }
    }

    private LocalBucket made(RateLimit limit) {
        return io.github.bucket4j.Bucket.builder()
                .withCustomTimePrecision(meter)
                .addLimit(configuration(limit).getBandwidths()[0])
                .build();
    }

    static BucketConfiguration configuration(RateLimit limit) {
        return BucketConfiguration.builder()
                .addLimit(b -> b.capacity(limit.requests()).refillGreedy(limit.requests(), limit.per()))
                .build();
    }

    /** How many there are. */
    long size() {
        entries.cleanUp();
        return entries.estimatedSize();
    }
}
