package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private static final RateLimit FIVE = new RateLimit(5, Duration.ofHours(1));

    @Test
    void theTableOfBucketsIsBounded() {
        AtomicLong now = new AtomicLong();
        Buckets<Integer> buckets = new Buckets<>(now::get);
        for (int key = 0; key < 3 * Buckets.MAX; key++) {
            buckets.take(key, FIVE);
        }
        assertThat(buckets.size()).isBetween(Buckets.MAX / 2L, (long) Buckets.MAX);
    }

    @Test
    void whoRotatesThroughMoreKeysThanThereIsRoomForGainsNothing() {
        Buckets<Integer> buckets = new Buckets<>(() -> 0);
        int used = 0;
        for (int i = 0; i < 5; i++) {
            used += buckets.take(-1, FIVE).allowed() ? 1 : 0;
        }
        for (int key = 0; key < 3 * Buckets.MAX; key++) {
            buckets.take(key, FIVE);
            if (key % 1000 == 0) {
                used += buckets.take(-1, FIVE).allowed() ? 1 : 0;
            }
        }
        assertThat(used).isEqualTo(5);
    }

    @Test
    void whoChangesItsLimitWinsNothing() {
        AtomicLong now = new AtomicLong();
        Buckets<String> buckets = new Buckets<>(now::get);
        RateLimit large = new RateLimit(300, Duration.ofHours(1));
        RateLimit small = new RateLimit(1, Duration.ofSeconds(12));
        assertThat(allowed(buckets, large, 400)).isEqualTo(300);
        assertThat(allowed(buckets, small, 1)).isZero();
        now.addAndGet(Duration.ofSeconds(12).toNanos());
        assertThat(allowed(buckets, large, 400)).isEqualTo(1);
        assertThat(allowed(buckets, small, 1)).isZero();
    }

    private static long allowed(Buckets<String> buckets, RateLimit limit, int requests) {
        return IntStream.range(0, requests)
                .filter(i -> buckets.take("tenant", limit).allowed())
                .count();
    }
}
