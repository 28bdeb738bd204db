package ai.callcenter.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.tenant.TenantId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each wrapper, on a thread with no tenant, and on one that is busy with another's work. */
class TenantCarrierTest {
    private static final TenantId ACME = new TenantId(new UUID(0, 1));
    private static final TenantId GLOBEX = new TenantId(new UUID(0, 2));

    private final TenantScope scope = TenantScope.create();
    private final List<Optional<TenantId>> seen = new ArrayList<>();

    private void see() {
        seen.add(scope.find());
    }

    /** What a wrapper's work sees: for ACME, and for nobody. */
    private void check(Wrapper wrapper) throws Exception {
        Callable<?> acme = scope.of(ACME).call(() -> wrapper.wrap(scope.capture()));
        Callable<?> nobody = wrapper.wrap(scope.capture());
        acme.call();
        nobody.call();
        assertThat(scope.find()).isEmpty();
        scope.of(GLOBEX).run(() -> {
            acme.call();
            nobody.call();
            assertThat(scope.current()).isEqualTo(GLOBEX);
        });
        assertThat(seen).containsExactly(Optional.of(ACME), Optional.empty(), Optional.of(ACME), Optional.empty());
        checkFailure(wrapper);
    }

    private void checkFailure(Wrapper wrapper) {
        TenantCarrier carrier = scope.of(ACME);
        seen.clear();
        Callable<?> failing = wrapper.wrap(carrier);
        failWith = new IllegalArgumentException("the work fails");
        assertThatThrownBy(failing::call).isSameAs(failWith);
        assertThat(seen).containsExactly(Optional.of(ACME));
        assertThat(scope.find()).isEmpty();
    }

    private RuntimeException failWith = new IllegalStateException();

    /** The work of every wrapper: sees, and fails when it is to. */
    private String work(String text) {
        see();
        if (failWith instanceof IllegalArgumentException) {
            throw failWith;
        }
        return text + "!";
    }

    private interface Wrapper {
        Callable<?> wrap(TenantCarrier carrier);
    }

    @Test
    void aRunnable() throws Exception {
        check(carrier -> Executors.callable(carrier.runnable(() -> work("run"))));
    }

    @Test
    void aCallable() throws Exception {
        check(carrier -> carrier.callable(() -> work("call")));
        assertThatExceptionOfType(IOException.class).isThrownBy(scope.of(ACME).callable(() -> {
            throw new IOException("checked");
        })::call);
    }

    @Test
    void aSupplier() throws Exception {
        check(carrier -> carrier.supplier(() -> work("get"))::get);
    }

    @Test
    void aFunction() throws Exception {
        assertThat(scope.of(ACME).function(this::work).apply("hello")).isEqualTo("hello!");
        seen.clear();
        check(carrier -> () -> carrier.function(this::work).apply("apply"));
    }

    @Test
    void aConsumer() throws Exception {
        check(carrier -> {
            Consumer<String> consumer = carrier.consumer(this::work);
            return () -> {
                consumer.accept("accept");
                return null;
            };
        });
    }

    @Test
    void anExecutor() throws Exception {
        Executor here = Runnable::run;
        check(carrier -> {
            Executor executor = carrier.executor(here);
            return () -> {
                executor.execute(() -> work("execute"));
                return null;
            };
        });
    }

    @Test
    void anExecutorThatCapturesForEachTask() {
        List<Runnable> given = new ArrayList<>();
        Executor executor = scope.carry((Executor) given::add);
        executor.execute(this::see);
        scope.of(ACME).run(() -> executor.execute(this::see));
        scope.of(GLOBEX).run(() -> given.forEach(Runnable::run));
        assertThat(seen).containsExactly(Optional.empty(), Optional.of(ACME));
    }

    @Test
    void aStageIsItsAuthorsWhoeverCompletesTheOneBefore() {
        try (ExecutorService pool = Executors.newSingleThreadExecutor()) {
            CompletableFuture<String> shared = new CompletableFuture<>();
            CompletableFuture<TenantId> captured = scope.of(ACME)
                    .call(() -> shared.thenApplyAsync(
                            text -> scope.current(), scope.capture().executor(pool)));
            CompletableFuture<TenantId> wrapped =
                    scope.of(ACME).call(() -> shared.thenApply(scope.capture().function(text -> scope.current())));
            CompletableFuture<TenantId> completers =
                    scope.of(ACME).call(() -> shared.thenApplyAsync(text -> scope.current(), scope.carry(pool)));

            scope.of(GLOBEX).run(() -> shared.complete("done"));

            assertThat(captured.join()).isEqualTo(ACME);
            assertThat(wrapped.join()).isEqualTo(ACME);
            // Why the documentation says capture().
            assertThat(completers.join()).isEqualTo(GLOBEX);
        }
    }
}
