package ai.callcenter.tenancy.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.RateLimitStore;
import ai.callcenter.tenancy.http.RateLimitStore.Grant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What a store of rate limits promises, seen by two servers. A day is long enough for nothing to refill meanwhile. */
abstract class RateLimitStoreContract {
    private static final RateLimit TEN = RateLimit.parse("10/PT24H");
    private static final Offset<Double> A_TENTH = Offset.offset(0.1);
    private static final int THREADS = 16;
    private static final int ROUNDS = 25;

    private final TenantId tenant = new TenantId(UUID.randomUUID());

    /** The store as one server sees it. */
    abstract RateLimitStore one();

    /** The store as another server sees it. */
    abstract RateLimitStore other();

    private static void assertGrant(Grant grant, long requests, double used) {
        assertThat(grant.requests()).isEqualTo(requests);
        assertThat(grant.used()).isCloseTo(used, A_TENTH);
    }

    @Test
    void grantsWhatIsWantedThenWhatIsLeftThenNothing() {
        assertGrant(one().take(tenant, TEN, 4), 4, 4);
        assertGrant(other().take(tenant, TEN, 4), 4, 8);
        assertGrant(one().take(tenant, TEN, 4), 2, 10);
        assertGrant(other().take(tenant, TEN, 1), 0, 10);
        assertGrant(one().take(tenant, TEN, 100), 0, 10);
    }

    @Test
    void tenantsAreCountedEachByItself() {
        one().take(tenant, TEN, 10);
        assertGrant(one().take(new TenantId(UUID.randomUUID()), TEN, 10), 10, 10);
        assertGrant(one().take(tenant, TEN, 1), 0, 10);
    }

    @Test
    void aLimitOfOneIsOne() {
        RateLimit single = RateLimit.parse("1/PT24H");
        assertGrant(one().take(tenant, single, 1), 1, 1);
        assertGrant(other().take(tenant, single, 1), 0, 1);
    }

    @Test
    void theLargestLimitIsExact() {
        RateLimit largest = new RateLimit(RateLimit.MAX_REQUESTS, Duration.ofDays(1));
        assertThat(one().take(tenant, largest, RateLimit.MAX_REQUESTS).requests())
                .isEqualTo(RateLimit.MAX_REQUESTS);
    }

    @Test
    void ofAnotherLimitAsManyAreLeftAsWere() {
        one().take(tenant, TEN, 5);
        assertGrant(other().take(tenant, RateLimit.parse("100/PT24H"), 3), 3, 98);
        assertGrant(one().take(tenant, RateLimit.parse("1/PT12H"), 0), 0, 0);
        assertGrant(one().take(tenant, RateLimit.parse("1000/PT24H"), 5), 1, 1000);
    }

    @Test
    void whoChangesItsLimitWinsNothing() throws InterruptedException {
        RateLimit large = RateLimit.parse("300/PT24H");
        RateLimit small = RateLimit.parse("1/PT1S");
        assertGrant(one().take(tenant, large, 300), 300, 300);
        assertGrant(one().take(tenant, small, 1), 0, 1);
        Thread.sleep(1100);
        assertGrant(other().take(tenant, large, 300), 1, 300);
    }

    /** Else a server that does not know a tenant's own limit yet would make it whole. */
    @Test
    void theTimeBeforeAnotherLimitRefillsTheOneThatThereWas() throws InterruptedException {
        one().take(tenant, TEN, 10);
        Thread.sleep(50);
        RateLimit fast = RateLimit.parse("10000/PT1S");
        assertThat(other().take(tenant, fast, 1).requests()).isZero();
    }

    @Test
    void refillsEvenlyAndNotPastTheLimit() {
        RateLimit fast = RateLimit.parse("10/PT1S");
        one().take(tenant, fast, 10);
        long begin = System.nanoTime();
        long again = 0;
        while (again < 10) {
            again += other().take(tenant, fast, 1).requests();
        }
        // No sooner than its store's clock, and this machine's, had run that far.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(950));

        RateLimit faster = RateLimit.parse("1000/PT1S");
        Grant grant = one().take(tenant, faster, 1);
        while (grant.used() > 1) {
            grant = one().take(tenant, faster, 0);
        }
        assertThat(one().take(tenant, faster, 2000).requests()).isBetween(999L, 1000L);
    }

    @Test
    void manyAtOnceGetAllOfTheLimitAndNoMore() throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (int round = 0; round < ROUNDS; round++) {
                TenantId fresh = new TenantId(UUID.randomUUID());
                CyclicBarrier start = new CyclicBarrier(THREADS);
                List<Callable<Long>> callers = new ArrayList<>();
                for (int i = 0; i < THREADS; i++) {
                    RateLimitStore server = i % 2 == 0 ? one() : other();
                    callers.add(() -> {
                        start.await();
                        long taken = 0;
                        for (int batch = 1; batch <= 4; batch++) {
                            taken += server.take(fresh, RateLimit.parse("150/PT24H"), batch)
                                    .requests();
                        }
                        return taken;
                    });
                }
                long taken = 0;
                for (Future<Long> caller : threads.invokeAll(callers)) {
                    taken += caller.get();
                }
                assertThat(taken).isEqualTo(150);
            }
        }
    }
}
