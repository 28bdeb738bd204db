package ai.callcenter.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every method of the two executors, on one thread, which is looked at after each. */
class CarryingExecutorTest {
    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final TenantId GLOBEX = new TenantId(new UUID(0, 2));

    private final TenantScope scope = TenantScope.create();
    private final ScheduledThreadPoolExecutor thread = new ScheduledThreadPoolExecutor(1);
    private final Sightings sightings = new Sightings(scope);

    @AfterEach
    void theThreadIsClean() throws Exception {
        if (!thread.isShutdown()) {
            assertThat(thread.submit(scope::find).get()).isEmpty();
        }
        thread.shutdownNow();
        assertThat(thread.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void everyWayToGiveATask() throws Exception {
        ExecutorService pool = scope.carry((ExecutorService) thread);
        Callable<TenantId> task = scope::current;
        for (TenantId tenant : new TenantId[] {ACME, GLOBEX}) {
            scope.of(tenant).run(() -> {
                pool.execute(sightings::see);
                sightings.are(tenant);
                pool.submit(sightings::see).get();
                sightings.are(tenant);
                assertThat(pool.submit(sightings::see, "done").get()).isEqualTo("done");
                sightings.are(tenant);
                assertThat(pool.submit(task).get()).isEqualTo(tenant);
                List<Future<TenantId>> all = new ArrayList<>(pool.invokeAll(List.of(task, task)));
                all.addAll(pool.invokeAll(List.of(task), 1, TimeUnit.MINUTES));
                assertThat(all)
                        .hasSize(3)
                        .allSatisfy(future -> assertThat(future.get()).isEqualTo(tenant));
                assertThat(pool.invokeAny(List.of(task, task))).isEqualTo(tenant);
                assertThat(pool.invokeAny(List.of(task), 1, TimeUnit.MINUTES)).isEqualTo(tenant);
            });
        }
        assertThatThrownBy(() -> pool.submit(task).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void everyWayToSchedule() throws Exception {
        var scheduler = scope.carry(thread);
        scope.of(ACME).run(() -> {
            scheduler.schedule(sightings::see, 0, TimeUnit.SECONDS).get();
            sightings.are(ACME);
            Callable<TenantId> task = scope::current;
            assertThat(scheduler.schedule(task, 1, TimeUnit.MILLISECONDS).get()).isEqualTo(ACME);
        });
        List<ScheduledFuture<?>> periodic = scope.of(GLOBEX)
                .call(() -> List.of(
                        scheduler.scheduleAtFixedRate(sightings::see, 0, 1, TimeUnit.MILLISECONDS),
                        scheduler.scheduleWithFixedDelay(sightings::see, 0, 1, TimeUnit.MILLISECONDS)));
        for (int run = 0; run < 200; run++) {
            assertThat(sightings.queue().poll(1, TimeUnit.MINUTES)).contains(GLOBEX);
            assertThat(run % 10 == 0 ? thread.submit(scope::find).get() : Optional.empty())
                    .isEmpty();
        }
        periodic.forEach(future -> future.cancel(false));
    }

    @Test
    void aCancelledTaskLeavesNothingAndAPeriodicOneThatFailsEnds() throws Exception {
        var scheduler = scope.carry(thread);
        CountDownLatch begun = new CountDownLatch(1);
        Future<?> waiting = scope.of(ACME)
                .call(() -> scheduler.scheduleAtFixedRate(
                        () -> {
                            begun.countDown();
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException cancelled) {
                                sightings.see();
                            }
                        },
                        0,
                        1,
                        TimeUnit.MILLISECONDS));
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
        Future<?> never = scope.of(ACME).call(() -> scheduler.schedule(sightings::see, 1, TimeUnit.HOURS));
        assertThat(never.cancel(true)).isTrue();
        assertThat(waiting.cancel(true)).isTrue();
        sightings.are(ACME);

        Future<?> failing = scope.of(ACME)
                .call(() -> scheduler.scheduleAtFixedRate(
                        () -> {
                            throw new IllegalArgumentException("the task fails");
                        },
                        0,
                        1,
                        TimeUnit.MILLISECONDS));
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(failing::get)
                .withCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itEndsWithTheOther() throws Exception {
        ExecutorService pool = scope.carry((ExecutorService) thread);
        assertThat(pool.isShutdown()).isFalse();
        assertThat(pool.awaitTermination(1, TimeUnit.MILLISECONDS)).isFalse();
        pool.shutdown();
        assertThat(thread.isShutdown()).isTrue();
        assertThat(pool.isShutdown()).isTrue();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(pool.isTerminated()).isTrue();
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(() -> pool.execute(sightings::see));
    }

    @Test
    void itClosesAsTheOtherDoes() {
        scope.carry((ExecutorService) thread).close();
        assertThat(thread.isTerminated()).isTrue();
        scope.carry((ExecutorService) ForkJoinPool.commonPool()).close();
        assertThat(ForkJoinPool.commonPool().isShutdown()).isFalse();
    }
}
