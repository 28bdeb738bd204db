package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.config.ConfigKey;
import org.jspecify.annotations.Nullable;

/**
 * How many requests callers may make.
 *
 * @param tenant for all callers who act in one tenant together; null for no limit. A tenant's configuration may say
 *     otherwise, see {@link RateLimitKey}
 * @param address for all callers without a tenant from one address (IPv6: one /64); null for no limit
 * @param proxies whose word on a client's address counts
 * @param store where tenants' requests are counted; null for this process's memory. Addresses are always counted there:
 *     a flood from strangers must not become the load of a store
 */
public record RateLimits(
        @Nullable RateLimit tenant,
        @Nullable RateLimit address,
        TrustedProxies proxies,
        @Nullable RateLimitStore store) {

    /** The configuration key with a tenant's own limit. */
    public static final ConfigKey KEY = new ConfigKey("rate-limit");

    /** No limit at all. */
    public static final RateLimits NONE = new RateLimits(null, null, TrustedProxies.NONE, null);

    /** Counted in this process's memory. */
    public RateLimits(@Nullable RateLimit tenant, @Nullable RateLimit address, TrustedProxies proxies) {
        this(tenant, address, proxies, null);
    }
}
