package ai.callcenter.tenancy.app.limit;

import ai.callcenter.tenancy.app.config.CountConfig;
import ai.callcenter.tenancy.app.config.LimitConfig;
import ai.callcenter.tenancy.http.RateLimitStore;
import ai.callcenter.tenancy.jdbc.JdbcConfig;
import ai.callcenter.tenancy.jdbc.JdbcRateLimits;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where the servers count tenants' requests together, as the settings say. */
public final class SharedCounts implements AutoCloseable {
    private final @Nullable RateLimitStore store;
    private final Runnable closing;

    private SharedCounts(@Nullable RateLimitStore store, Runnable closing) {
        this.store = store;
        this.closing = closing;
    }

    /**
     * Opens it. What it needs may be away: then the server counts by itself until it is there.
     *
     * @param database how the server connects to its database; null where it has none
     */
    public static SharedCounts open(LimitConfig limits, @Nullable JdbcConfig database) {
        if (limits.tenant() == null) {
            return new SharedCounts(null, () -> {});
        }
        return switch (limits.counts()) {
            case CountConfig.Memory memory -> new SharedCounts(null, () -> {});
            case CountConfig.Postgresql postgresql -> postgresql(Objects.requireNonNull(database));
            case CountConfig.Redis redis -> redis(redis);
        };
    }

    private static SharedCounts postgresql(JdbcConfig database) {
        JdbcRateLimits limits = JdbcRateLimits.open(database);
        RateLimitStore store = (tenant, limit, wanted) -> {
            JdbcRateLimits.Taken taken = limits.take(tenant, wanted, limit.requests(), limit.per());
            return new RateLimitStore.Grant(taken.requests(), taken.used());
        };
        return new SharedCounts(store, limits::close);
    }

    private static SharedCounts redis(CountConfig.Redis config) {
        RedisRateLimits limits = new RedisRateLimits(config);
        limits.greet();
        return new SharedCounts(limits, limits::close);
    }

    /** The store; null where each server counts for itself. */
    public @Nullable RateLimitStore store() {
        return store;
    }

    @Override
    public void close() {
        closing.run();
    }
}
