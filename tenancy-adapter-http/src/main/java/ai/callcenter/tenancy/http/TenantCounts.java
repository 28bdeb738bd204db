package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.RateLimitStore.Taken;
import ai.callcenter.tenancy.tenant.TenantId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts tenants' requests in the shared store, or in memory where there is none. While the store cannot be asked, this
 * server counts by itself: nobody is refused because of it, and nobody is let past a limit here. It is asked again
 * after {@value #PAUSE_SECONDS} s, so that it holds up at most one request in that time.
 */
final class TenantCounts implements MeterBinder {
    private static final System.Logger LOG = System.getLogger(TenantCounts.class.getName());
    private static final long PAUSE_SECONDS = 2;
    private static final long PAUSE_NANOS = PAUSE_SECONDS * 1_000_000_000;

    private final @Nullable RateLimitStore store;
    private final LongSupplier nanos;
    private final Buckets<TenantId> memory;
    private final LongAdder failures = new LongAdder();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long askAgain;

    TenantCounts(@Nullable RateLimitStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
        this.memory = new Buckets<>(nanos);
    }

    Taken take(TenantId tenant, RateLimit limit) {
        if (store == null || !isDue()) {
            return memory.take(tenant, limit);
        }
        try {
            Taken taken = store.take(tenant, limit);
            if (away.get() && away.getAndSet(false)) {
                LOG.log(Level.WARNING, "The store of the rate limits answers again.");
            }
            return taken;
        } catch (RuntimeException e) {
            failed(e);
            return memory.take(tenant, limit);
        }
    }

    /** Whether the store is to be asked: always, or by one request of a while. */
    private boolean isDue() {
        if (!away.get()) {
            return true;
        }
        synchronized (this) {
            long now = nanos.getAsLong();
            if (now - askAgain < 0) {
                return false;
            }
            askAgain = now + PAUSE_NANOS;
            return true;
        }
    }

    private void failed(RuntimeException e) {
        failures.increment();
        askAgain = nanos.getAsLong() + PAUSE_NANOS;
        if (!away.getAndSet(true)) {
            LOG.log(Level.WARNING, "The store of the rate limits cannot be asked; each server counts by itself.", e);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("tenancy.rate.limit.store.failures", failures, LongAdder::sum)
                .description("Requests that were counted here because the shared store could not be asked")
                .register(registry);
    }
}
