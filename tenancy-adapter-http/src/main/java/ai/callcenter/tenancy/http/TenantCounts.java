package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.tenant.TenantId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.System.Logger.Level;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Counts tenants' requests in the shared store, or in memory where there is none. Requests are taken out of the store
 * ahead, some at a time, and a refusal is remembered for as long as it holds; so most requests ask nobody, and all
 * servers together never let through more than was taken, see {@link Lease}.
 *
 * <p>While the store cannot be asked, this server counts by itself: nobody is refused because of it, and nobody is let
 * past a limit here. It is asked again after {@value #PAUSE_SECONDS} s, so that it holds up at most one request in that
 * time.
 */
final class TenantCounts implements MeterBinder {
    private static final System.Logger LOG = System.getLogger(TenantCounts.class.getName());
    private static final long PAUSE_SECONDS = 2;
    private static final long PAUSE_NANOS = PAUSE_SECONDS * 1_000_000_000;

    private final @Nullable RateLimitStore store;
    private final LongSupplier nanos;
    private final Buckets<TenantId> memory;
    private final Cache<TenantId, Lease> leases = Caffeine.newBuilder()
            .maximumSize(Buckets.MAX)
            .expireAfterAccess(RateLimit.MAX_PERIOD)
            .executor(Runnable::run)
            .build();
    private final LongAdder questions = new LongAdder();
    private final LongAdder waited = new LongAdder();
    private final LongAdder failures = new LongAdder();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile long askAgain;

    /**
     * Counts for one server.
     *
     * @param nanos the time, in nanoseconds from any start
     */
    TenantCounts(@Nullable RateLimitStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
        this.memory = new Buckets<>(nanos);
    }

    Taken take(TenantId tenant, RateLimit limit) {
        Taken shared = store == null ? null : takeShared(store, tenant, limit);
        return shared == null ? memory.take(tenant, limit) : shared;
    }

    /** Null when the store cannot be asked. Those who wait for the same answer wait for the lease's lock. */
    private @Nullable Taken takeShared(RateLimitStore from, TenantId tenant, RateLimit limit) {
        Lease lease = leases.get(tenant, absent -> new Lease());
        lease.lock.lock();
        try {
            Taken known = lease.take(limit, nanos.getAsLong());
            if (known != null || !isDue()) {
                return known;
            }
            RateLimitStore.Grant grant = ask(from, tenant, limit);
            return grant == null ? null : lease.take(limit, grant, nanos.getAsLong());
        } finally {
            lease.lock.unlock();
        }
    }

    private RateLimitStore.@Nullable Grant ask(RateLimitStore from, TenantId tenant, RateLimit limit) {
        long begin = System.nanoTime();
        try {
            RateLimitStore.Grant grant = from.take(tenant, limit, Lease.batch(limit));
            if (away.get() && away.getAndSet(false)) {
                LOG.log(Level.WARNING, "The store of the rate limits answers again.");
            }
            return grant;
        } catch (RuntimeException e) {
            failed(e);
            return null;
        } finally {
            questions.increment();
            waited.add(System.nanoTime() - begin);
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
        FunctionTimer.builder(
                        "tenancy.rate.limit.store.round.trips",
                        this,
                        counts -> counts.questions.sum(),
                        counts -> counts.waited.sum(),
                        TimeUnit.NANOSECONDS)
                .description("Questions to the shared store of the rate limits, and how long they took")
                .register(registry);
        FunctionCounter.builder("tenancy.rate.limit.store.failures", failures, LongAdder::sum)
                .description("Questions that the shared store of the rate limits did not answer")
                .register(registry);
    }
}
