package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Configs;
import ai.callcenter.tenancy.tenant.TenantId;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Limits requests: by tenant once a token says which, by address while nobody knows who calls. What may be a forgery is
 * charged to the address alone, and before its signature costs anything; nobody uses up a tenant's limit without a
 * token of that tenant.
 */
final class RateLimiter implements MeterBinder {
    private static final Executor READER =
            read -> Thread.ofVirtual().name("tenancy-rate-limits").start(read);

    private final RateLimits limits;
    private final ClientAddress addresses;
    private final Buckets<Long> networks;
    private final TenantCounts counts;
    private final @Nullable TenantLimits tenants;
    private final @Nullable RateLimitFields addressFields;
    private final LongAdder[] outcomes = {new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder()};

    /**
     * A limiter.
     *
     * @param configs where tenants have limits of their own
     * @param nanos the time, in nanoseconds from any start
     */
    RateLimiter(RateLimits limits, Configs configs, LongSupplier nanos) {
        this.limits = limits;
        this.addresses = new ClientAddress(limits.proxies());
        this.networks = new Buckets<>(nanos);
        this.counts = new TenantCounts(limits.store(), nanos);
        this.tenants = limits.tenant() == null ? null : new TenantLimits(limits.tenant(), configs, nanos, READER);
        this.addressFields = limits.address() == null ? null : new RateLimitFields("address", limits.address());
    }

    /**
     * Counts a request of somebody without a tenant.
     *
     * @throws Refusal 429
     */
    void address(HttpServletRequest request, Exchange exchange) {
        RateLimit limit = limits.address();
        if (limit != null && addressFields != null) {
            long network = Addresses.network(addresses.of(request));
            require(networks.take(network, limit), addressFields, exchange, 0);
        }
    }

    /** Takes back what {@link #address} counted, for a caller who turned out to have a tenant. */
    void giveBack(HttpServletRequest request) {
        RateLimit limit = limits.address();
        if (limit != null) {
            networks.giveBack(Addresses.network(addresses.of(request)), limit);
        }
    }

    /**
     * Counts a request of somebody with a token of a tenant.
     *
     * @throws Refusal 429
     */
    void tenant(TenantId tenant, Exchange exchange) {
        if (tenants != null) {
            RateLimitFields fields = tenants.of(tenant);
            require(counts.take(tenant, fields.limit()), fields, exchange, 2);
        }
    }

    private void require(Taken taken, RateLimitFields fields, Exchange exchange, int scope) {
        exchange.rateLimit(fields, taken);
        outcomes[taken.allowed() ? scope : scope + 1].increment();
        if (!taken.allowed()) {
            throw new Refusal(fields.problem(taken));
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        String[] names = {"address", "allowed", "address", "refused", "tenant", "allowed", "tenant", "refused"};
        for (int i = 0; i < outcomes.length; i++) {
            FunctionCounter.builder("tenancy.rate.limit.requests", outcomes[i], LongAdder::sum)
                    .description("Requests that a limit was asked about")
                    .tag("scope", names[2 * i])
                    .tag("outcome", names[2 * i + 1])
                    .register(registry);
        }
        counts.bindTo(registry);
    }
}
