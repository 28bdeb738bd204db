package ai.callcenter.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two tenants give work to one pool at once, thousands of times: none ever sees the other, and nothing is left. */
class MixedTenantsTest {
    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final TenantId GLOBEX = new TenantId(new UUID(0, 2));
    private static final int GIVERS = 4;
    private static final int ROUNDS = 1_000;
    private static final int LOOKS = 9;

    private final TenantScope scope = TenantScope.create();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    record Pool(String name, int threads, Supplier<ExecutorService> make) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Pool> pools() {
        return Stream.of(
                new Pool("one thread", 1, Executors::newSingleThreadExecutor),
                new Pool("three threads", 3, () -> Executors.newFixedThreadPool(3)),
                new Pool("scheduler", 2, () -> Executors.newScheduledThreadPool(2)),
                new Pool("virtual threads", 0, Executors::newVirtualThreadPerTaskExecutor),
                new Pool("fork-join", 2, () -> new ForkJoinPool(2)),
                new Pool("full, so that the caller runs", 2, () -> {
                    var rejected = new ThreadPoolExecutor.CallerRunsPolicy();
                    return new ThreadPoolExecutor(2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(2), rejected);
                }));
    }

    @ParameterizedTest
    @MethodSource("pools")
    void nobodySeesTheOther(Pool kind) throws Exception {
        try (ExecutorService raw = kind.make().get()) {
            // The threads begin in the midst of a tenant's work: what is inherited would stay in them.
            scope.of(ACME).run(() -> checkClean(raw, kind.threads()));
            together(raw, raw instanceof ScheduledExecutorService timed ? scope.carry(timed) : scope.carry(raw));
            checkClean(raw, kind.threads());
        }
        assertThat(wrong).isEmpty();
        assertThat(looks).hasValue(GIVERS * ROUNDS * LOOKS);
    }

    private void together(ExecutorService raw, ExecutorService pool) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(GIVERS);
        List<Future<Optional<TenantId>>> after = new ArrayList<>();
        try (ExecutorService givers = Executors.newFixedThreadPool(GIVERS)) {
            for (int giver = 0; giver < GIVERS; giver++) {
                TenantId own = giver % 2 == 0 ? ACME : GLOBEX;
                after.add(givers.submit(() -> {
                    barrier.await();
                    for (int round = 0; round < ROUNDS; round++) {
                        scope.of(own).run(() -> round(raw, pool, own));
                    }
                    return scope.find();
                }));
            }
        }
        for (Future<Optional<TenantId>> giver : after) {
            assertThat(giver.get()).isEmpty();
        }
    }

    private void round(ExecutorService raw, ExecutorService pool, TenantId own) throws InterruptedException {
        TenantId other = own.equals(ACME) ? GLOBEX : ACME;
        CompletableFuture<TenantId> inner = new CompletableFuture<>();
        List<Future<?>> given = List.of(
                inner,
                pool.submit(() -> {
                    look(own);
                    pool.execute(() -> inner.complete(look(own)));
                }),
                pool.submit(() -> {
                    scope.override(other).run(() -> look(other));
                    look(own);
                    throw new IllegalArgumentException("the task fails");
                }),
                scope.override(other).call(() -> pool.submit(() -> look(other))),
                CompletableFuture.supplyAsync(() -> look(own), pool)
                        .thenApplyAsync(scope.capture().function(this::look), raw)
                        .thenApplyAsync(this::look, scope.capture().executor(raw)));
        look(own);
        for (Future<?> one : given) {
            try {
                one.get();
            } catch (ExecutionException failed) {
                assertThat(failed).hasRootCauseMessage("the task fails");
            }
        }
    }

    private TenantId look(TenantId tenant) {
        Optional<TenantId> before = scope.find();
        Thread.yield();
        Optional<TenantId> after = scope.find();
        if (!before.equals(Optional.of(tenant)) || !after.equals(before)) {
            wrong.add("instead of " + tenant + ": " + before + ", then " + after);
        }
        looks.incrementAndGet();
        return tenant;
    }

    /** Every thread of the pool, each held until the last one is there. */
    private void checkClean(ExecutorService raw, int threads) throws Exception {
        CyclicBarrier all = new CyclicBarrier(Math.max(1, threads));
        List<Future<Optional<TenantId>>> found = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            found.add(raw.submit(() -> {
                all.await();
                return scope.find();
            }));
        }
        for (Future<Optional<TenantId>> one : found) {
            assertThat(one.get(1, TimeUnit.MINUTES)).isEmpty();
        }
    }
}
