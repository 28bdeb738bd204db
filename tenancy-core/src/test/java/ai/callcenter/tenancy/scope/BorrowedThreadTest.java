package ai.callcenter.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.callcenter.tenancy.tenant.TenantId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Work on a thread that is in the midst of somebody else's: it has its own tenant, and the other's goes on. */
class BorrowedThreadTest {
    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final TenantId GLOBEX = new TenantId(new UUID(0, 2));

    private final TenantScope scope = TenantScope.create();
    private final Sightings sightings = new Sightings(scope);

    @Test
    void whatAFullPoolRejectsLeavesTheCallersTenantAlone() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        try (ThreadPoolExecutor one = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>())) {
            ExecutorService pool = scope.carry((ExecutorService) one);
            TenantCarrier globex = scope.of(GLOBEX);
            scope.of(ACME).run(() -> {
                pool.execute(() -> {
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
                assertThatExceptionOfType(RejectedExecutionException.class)
                        .isThrownBy(() -> pool.execute(sightings::see));
                assertThat(scope.current()).isEqualTo(ACME);
                one.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
                globex.executor(one).execute(sightings::see);
                assertThat(scope.current()).isEqualTo(ACME);
                pool.execute(sightings::see);
                assertThat(scope.current()).isEqualTo(ACME);
            });
            end.countDown();
            sightings.are(GLOBEX, ACME);
        }
    }

    @Test
    void aForkJoinThreadThatWaitsDoesTheWorkOfAnotherMeanwhile() throws Exception {
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            ExecutorService pool = scope.carry((ExecutorService) one);
            Future<Thread> outer = scope.of(ACME)
                    .call(() -> pool.submit(() -> {
                        Future<Thread> inner = scope.override(GLOBEX)
                                .call(() -> pool.submit(() -> {
                                    sightings.see();
                                    return Thread.currentThread();
                                }));
                        Thread same = inner.get();
                        sightings.see();
                        return same == Thread.currentThread() ? same : null;
                    }));
            assertThat(outer.get()).as("the same thread did both").isNotNull();
            sightings.are(GLOBEX, ACME);
        }
    }

    @Test
    void whatWasNeverBegunKeepsItsTenant() throws InterruptedException {
        ExecutorService pool = scope.carry(Executors.newSingleThreadExecutor());
        CountDownLatch begun = new CountDownLatch(1);
        scope.of(GLOBEX)
                .run(() -> pool.execute(() -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }));
        scope.of(ACME).run(() -> pool.execute(sightings::see));
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        pool.shutdownNow().forEach(Runnable::run);
        assertThat(sightings.queue()).containsExactly(Optional.of(ACME));
        pool.close();
    }
}
