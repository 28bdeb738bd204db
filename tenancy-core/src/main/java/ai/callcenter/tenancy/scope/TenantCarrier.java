package ai.callcenter.tenancy.scope;

import ai.callcenter.tenancy.tenant.TenantId;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries one tenant, or none, to work. Immutable; comes from {@link TenantScope#of}, {@link TenantScope#override} and
 * {@link TenantScope#capture}.
 *
 * <p>{@link #run} and {@link #call} work here and now; inside another tenant's work they are refused, unless this comes
 * from {@code override}. The wrappers are for work that runs later or elsewhere: it borrows a thread, which may be busy
 * with another tenant's work (a caller that runs what a full pool rejects, a fork-join thread that waits), so it
 * replaces that tenant for as long as it runs. Each wrapper may be used many times and by many threads.
 */
public final class TenantCarrier {
    private final Slot slot;
    private final @Nullable TenantId tenant;
    private final boolean replaces;

    TenantCarrier(Slot slot, @Nullable TenantId tenant, boolean replaces) {
        this.slot = slot;
        this.tenant = tenant;
        this.replaces = replaces;
    }

    /**
     * Runs it on this thread for the tenant. What it throws is passed through.
     *
     * @throws IllegalStateException where this thread works for another tenant and that was not {@code override}
     */
    public <X extends Throwable> void run(Action<X> action) throws X {
        this.<@Nullable Void, X>call(() -> {
            action.run();
            return null;
        });
    }

    /** As {@link #run}, for work that returns something. */
    public <T extends @Nullable Object, X extends Throwable> T call(Operation<T, X> operation) throws X {
        if (!replaces) {
            slot.refuseOther(tenant);
        }
        return slot.within(tenant, operation);
    }

    /** The task, for the tenant, wherever it runs. */
    public Runnable runnable(Runnable task) {
        return () -> slot.<@Nullable Void, RuntimeException>within(tenant, () -> {
            task.run();
            return null;
        });
    }

    /** The task, for the tenant, wherever it runs. */
    public <T extends @Nullable Object> Callable<T> callable(Callable<T> task) {
        return () -> slot.<T, Exception>within(tenant, task::call);
    }

    /** The supplier, for the tenant, wherever it runs. */
    public <T extends @Nullable Object> Supplier<T> supplier(Supplier<? extends T> supplier) {
        return () -> slot.<T, RuntimeException>within(tenant, supplier::get);
    }

    /** The function, for the tenant, wherever it runs. */
    public <T extends @Nullable Object, R extends @Nullable Object> Function<T, R> function(
            Function<? super T, ? extends R> function) {
        return argument -> slot.<R, RuntimeException>within(tenant, () -> function.apply(argument));
    }

    /** The consumer, for the tenant, wherever it runs. */
    public <T extends @Nullable Object> Consumer<T> consumer(Consumer<? super T> consumer) {
        return argument -> runnable(() -> consumer.accept(argument)).run();
    }

    /**
     * An executor whose every task works for the tenant, whoever gives it: for the stages of a
     * {@link java.util.concurrent.CompletableFuture}.
     */
    public Executor executor(Executor executor) {
        return task -> executor.execute(runnable(task));
    }

    /**
     * Work without a result.
     *
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Action<X extends Throwable> {
        /** Does the work. */
        void run() throws X;
    }

    /**
     * Work with a result.
     *
     * @param <T> what comes out
     * @param <X> what it may throw
     */
    @FunctionalInterface
    public interface Operation<T extends @Nullable Object, X extends Throwable> {
        /** Does the work. */
        T call() throws X;
    }
}
