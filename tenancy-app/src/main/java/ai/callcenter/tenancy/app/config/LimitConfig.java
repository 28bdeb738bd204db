package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.TrustedProxies;
import org.jspecify.annotations.Nullable;

/**
 * How many requests callers may make.
 *
 * @param tenant for one tenant; null for no limit
 * @param address for strangers from one address; null for no limit
 * @param proxies whose word on a client's address counts
 * @param counts where tenants' requests are counted
 */
public record LimitConfig(
        @Nullable RateLimit tenant, @Nullable RateLimit address, TrustedProxies proxies, CountConfig counts) {

    static LimitConfig of(Values values) {
        TrustedProxies proxies = values.find(LimitSettings.TRUSTED_PROXIES);
        return new LimitConfig(
                values.get(LimitSettings.RATE_LIMIT).orElse(null),
                values.get(LimitSettings.RATE_LIMIT_ANONYMOUS).orElse(null),
                proxies == null ? TrustedProxies.NONE : proxies,
                CountConfig.of(values));
    }
}
