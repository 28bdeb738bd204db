package ai.callcenter.tenancy.scope;

import ai.callcenter.tenancy.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An ambient tenant for a host that wants one: which tenant the present thread works for. The use cases never read it;
 * they take the tenant as an argument.
 *
 * <p>The host makes one and keeps it for as long as it runs, in a static field or as a singleton. Two of them do not
 * meet. Safe for use by many threads.
 *
 * <p>A tenant is there from the beginning of {@code of(tenant).run(…)} to its end, and what was there before is put
 * back whatever happens. It is on one thread only. Nothing inherits it, since a pool's thread would keep the tenant of
 * whoever happened to start it: work that goes to another thread takes its tenant along in a wrapper, which is made
 * here or by {@link #capture()}.
 *
 * <p>It is a {@link ThreadLocal} inside, because {@code ScopedValue} is final from Java 25 on and this library runs on
 * 21. What can be called here is what a {@code ScopedValue} could do too, but for {@link #on}.
 */
public final class TenantScope {
    private final Slot slot;

    private TenantScope(Slot slot) {
        this.slot = slot;
    }

    /** A scope that nobody but its own methods can set, and what is to be told of each change, in this order. */
    @SuppressWarnings("ThreadLocalUsage") // As long-lived as the scope, and no value in it outlives run().
    public static TenantScope create(TenantHook... hooks) {
        return new TenantScope(new Slot(new ThreadLocal<>(), List.of(hooks)));
    }

    /**
     * A scope in a thread-local of the host's own, for a library that carries thread-locals between threads, such as
     * Micrometer's context propagation. Whoever else sets the thread-local has to put it back.
     *
     * @param slot a thread-local without an initial value, used by no other scope
     * @throws IllegalArgumentException where threads inherit the thread-local
     */
    public static TenantScope on(ThreadLocal<TenantId> slot, TenantHook... hooks) {
        if (slot instanceof InheritableThreadLocal) {
            throw new IllegalArgumentException(
                    "a thread that inherits a tenant keeps it: give a ThreadLocal that is not inheritable");
        }
        return new TenantScope(new Slot(slot, List.of(hooks)));
    }

    /**
     * The tenant that this thread works for.
     *
     * @throws IllegalStateException where there is none
     */
    public TenantId current() {
        return find().orElseThrow(() -> new IllegalStateException("this thread works for no tenant: run the work in"
                + " of(tenant).run(…), or hand it to the thread through capture() or an executor from carry(…)"));
    }

    /** The tenant that this thread works for, if any. */
    public Optional<TenantId> find() {
        return Optional.ofNullable(slot.get());
    }

    /**
     * Carries a tenant to work. What is run at once, inside the work of another tenant, is refused: a change of tenant
     * half-way is a mistake more often than a purpose, and {@link #override} says the purpose.
     *
     * @throws IllegalArgumentException where the tenant is {@code null}
     */
    public TenantCarrier of(TenantId tenant) {
        return new TenantCarrier(slot, required(tenant), false);
    }

    /** Carries a tenant to work, inside the work of another tenant too, which goes on when this work has ended. */
    public TenantCarrier override(TenantId tenant) {
        return new TenantCarrier(slot, required(tenant), true);
    }

    /**
     * Carries the tenant that this thread works for now, to work that runs later or elsewhere. Where there is none, the
     * work has none either, even on a thread that is busy with a tenant's work.
     */
    public TenantCarrier capture() {
        return new TenantCarrier(slot, slot.get(), false);
    }

    /**
     * An executor whose every task works for the tenant, or for none, of the thread that gave it. A stage of a
     * {@link java.util.concurrent.CompletableFuture} is given by the thread that completed the stage before, which may
     * work for somebody else: stages take {@code capture().executor(…)} instead.
     */
    public Executor carry(Executor executor) {
        return task -> executor.execute(capture().runnable(task));
    }

    /** As {@link #carry(Executor)}; ending it ends the executor behind it. */
    public ExecutorService carry(ExecutorService executor) {
        return new CarryingExecutor(this, executor);
    }

    /** As {@link #carry(ExecutorService)}; every run of a periodic task works for the tenant of who scheduled it. */
    public ScheduledExecutorService carry(ScheduledExecutorService executor) {
        return new CarryingScheduler(this, executor);
    }

    /**
     * Handles each message for the tenant that the message is of; inside another tenant's work it is refused.
     *
     * @param tenantOf the tenant of a message, from what the host trusts: a queue or a signed header, not a client's
     *     text
     */
    public <M> Consumer<M> consumer(Function<? super M, TenantId> tenantOf, Consumer<? super M> handler) {
        return message -> of(tenantOf.apply(message)).run(() -> handler.accept(message));
    }

    /** As {@link #consumer}, for a handler that answers. */
    public <M, R extends @Nullable Object> Function<M, R> function(
            Function<? super M, TenantId> tenantOf, Function<? super M, ? extends R> handler) {
        return message -> of(tenantOf.apply(message)).call(() -> handler.apply(message));
    }

    private static TenantId required(@Nullable TenantId tenant) {
        if (tenant == null) {
            throw new IllegalArgumentException("no tenant is given: work is for one tenant");
        }
        return tenant;
    }
}
