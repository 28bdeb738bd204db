package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.TrustedProxies;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many requests callers may make.
 *
 * @param tenant for one tenant; null for no limit
 * @param address for strangers from one address; null for no limit
 * @param proxies whose word on a client's address counts
 * @param store where tenants' requests are counted
 */
public record LimitConfig(
        @Nullable RateLimit tenant, @Nullable RateLimit address, TrustedProxies proxies, Store store) {

    /** Where tenants' requests are counted. */
    public sealed interface Store {}

    /** In this process. */
    public record Memory() implements Store {}

    /** In the database of the server's data. */
    public record Postgresql() implements Store {}

    /**
     * In Redis.
     *
     * @param uri where, with the password if there is one
     */
    public record Redis(URI uri) implements Store {
        @Override
        public String toString() {
            return uri.getScheme() + "://" + uri.getHost(); // without the password
        }
    }

    /** Finds settings that contradict each other. */
    static void check(Values values, List<String> faults) {
        if (values.find(Settings.RATE_LIMIT_STORE) instanceof Postgresql
                && values.find(Settings.STORE) == Settings.StoreChoice.MEMORY) {
            faults.add("%s: postgresql contradicts %s=memory, which has no database; use memory or redis://…"
                    .formatted(Settings.RATE_LIMIT_STORE.name(), Settings.STORE.name()));
        }
    }

    static LimitConfig of(Values values) {
        TrustedProxies proxies = values.find(Settings.TRUSTED_PROXIES);
        return new LimitConfig(
                values.get(Settings.RATE_LIMIT).orElse(null),
                values.get(Settings.RATE_LIMIT_ANONYMOUS).orElse(null),
                proxies == null ? TrustedProxies.NONE : proxies,
                values.get(Settings.RATE_LIMIT_STORE));
    }
}
