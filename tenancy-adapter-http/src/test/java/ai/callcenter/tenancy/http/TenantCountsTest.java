package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.RateLimitStore.Grant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What servers that share a store ask it, and what they answer without. The stores themselves are tested in the app.
 */
class TenantCountsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final RateLimit LIMIT = RateLimit.parse("1000/PT1000S");
    private static final int THREADS = 16;
    private static final int ROUNDS = 300;
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());

    private final AtomicLong now = new AtomicLong(-SECOND); // as System.nanoTime may be
    private final Frozen store = new Frozen();
    private final TenantCounts one = new TenantCounts(store, now::get);
    private final TenantCounts other = new TenantCounts(store, now::get);

    /** A limit that does not refill, until somebody sets how much of it is used. */
    private static final class Frozen implements RateLimitStore {
        private final List<Long> asked = new ArrayList<>();
        private double used;
        private boolean away;

        @Override
        public synchronized Grant take(TenantId tenant, RateLimit limit, long wanted) {
            asked.add(wanted);
            if (away) {
                throw new IllegalStateException("away");
            }
            long requests = Math.clamp((long) (limit.requests() - used), 0, wanted);
            used += requests;
            return new Grant(requests, used);
        }
    }

    private static long allowed(TenantCounts counts, RateLimit limit, int requests) {
        return allowed(counts, TENANT, limit, requests);
    }

    private static long allowed(TenantCounts counts, TenantId tenant, RateLimit limit, int requests) {
        long allowed = 0;
        for (int i = 0; i < requests; i++) {
            allowed += counts.take(tenant, limit).allowed() ? 1 : 0;
        }
        return allowed;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "199, 1", "200, 2", "6000, 60", "1000000000, 100"})
    void aServerTakesAHundredthOfTheLimitAtATime(long requests, long batch) {
        one.take(TENANT, new RateLimit(requests, LIMIT.per()));
        assertThat(store.asked).containsExactly(batch);
    }

    @Test
    void requestsThatAreAtHandAskNobodyAndSayWhatIsLeft() {
        for (int left = 999; left >= 990; left--) {
            assertThat(one.take(TENANT, LIMIT)).isEqualTo(new Taken(true, left, 0, (1000 - left) * SECOND));
        }
        assertThat(store.asked).hasSize(1);
        one.take(TENANT, LIMIT);
        assertThat(store.asked).hasSize(2);
    }

    @Test
    void whatIsLeftGrowsWithTimeButNotPastTheLimit() {
        one.take(TENANT, LIMIT); // 10 taken
        now.addAndGet(4 * SECOND);
        assertThat(one.take(TENANT, LIMIT)).isEqualTo(new Taken(true, 1000, 0, 0));
        store.used = 1000;
        other.take(TENANT, LIMIT);
        assertThat(one.take(TENANT, LIMIT).allowed()).isTrue();
    }

    @Test
    void serversTogetherAllowWhatWasTakenAndHoldLessThanABatchBack() {
        assertThat(allowed(one, LIMIT, 1)).isOne(); // and holds 9 more
        assertThat(allowed(other, LIMIT, 2000)).isEqualTo(990);
        assertThat(allowed(one, LIMIT, 2000)).isEqualTo(9);
    }

    @Test
    void aRefusalIsRememberedUntilThereIsAnother() {
        store.used = 999.25;
        Taken refused = new Taken(false, 0, SECOND / 4, 999 * SECOND + SECOND / 4);
        for (int i = 0; i < 3; i++) {
            assertThat(one.take(TENANT, LIMIT)).isEqualTo(refused);
        }
        assertThat(store.asked).hasSize(1);
        now.addAndGet(SECOND / 4 - 1);
        assertThat(one.take(TENANT, LIMIT))
                .extracting(Taken::allowed, Taken::retryNanos)
                .containsExactly(false, 1L);
        now.addAndGet(1);
        store.used = 999;
        assertThat(one.take(TENANT, LIMIT)).isEqualTo(new Taken(true, 0, 0, 1000 * SECOND));
        assertThat(store.asked).hasSize(2);
    }

    @Test
    void anotherLimitIsAskedForAtOnceAndNothingOfTheOldOneIsKept() {
        one.take(TENANT, LIMIT);
        RateLimit small = RateLimit.parse("2/PT2S");
        store.used = 1;
        assertThat(one.take(TENANT, small)).isEqualTo(new Taken(true, 0, 0, 2 * SECOND));
        assertThat(one.take(TENANT, small)).isEqualTo(new Taken(false, 0, SECOND, 2 * SECOND));
        store.used = 10; // a larger one counts at once, in spite of the refusal
        assertThat(one.take(TENANT, LIMIT).allowed()).isTrue();
        assertThat(store.asked).containsExactly(10L, 1L, 1L, 10L);
    }

    @Test
    void tenantsAreCountedEachByItself() {
        store.used = 1000;
        assertThat(one.take(TENANT, LIMIT).allowed()).isFalse();
        store.used = 0;
        assertThat(one.take(new TenantId(UUID.randomUUID()), LIMIT).allowed()).isTrue();
        assertThat(one.take(TENANT, LIMIT).allowed()).isFalse();
    }

    @Test
    void whatIsAtHandIsUsedUpBeforeAServerCountsByItself() {
        RateLimit small = RateLimit.parse("300/PT300S");
        one.take(TENANT, small); // holds 2
        store.away = true;
        assertThat(allowed(one, small, 1000)).isEqualTo(2 + 300);
        assertThat(store.asked).as("asked again only after a pause").hasSize(2);

        store.away = false;
        store.used = 300;
        now.addAndGet(2 * SECOND);
        assertThat(one.take(TENANT, small).allowed()).isFalse();
        assertThat(store.asked).hasSize(3);
    }

    /** Who waits for another one's answer takes of what it brought; nothing at hand is given twice. */
    @Test
    void manyAtOnceOnTwoServersGetAllOfTheLimitButLessThanABatchEach() throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                TenantId tenant = new TenantId(UUID.randomUUID());
                store.used = 0;
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Callable<Long>> callers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    TenantCounts server = i % 2 == 0 ? one : other;
                    callers.add(() -> {
                        start.await();
                        return allowed(server, tenant, LIMIT, 65);
                    });
                }
                long allowed = 0;
                for (Future<Long> caller : threads.invokeAll(callers)) {
                    allowed += caller.get();
                }
                assertThat(allowed).isBetween(1000L - 2 * 9, 1000L);
            }
        }
    }
}
