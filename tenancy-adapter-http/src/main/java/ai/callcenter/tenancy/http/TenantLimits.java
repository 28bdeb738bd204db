package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Configs;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.TenantId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The limits that hold for tenants: the server's, or their own. Those are read beside the requests, each at most every
 * {@value #AGE_SECONDS} s, so a change counts after that time at the latest; no request waits for one.
 */
final class TenantLimits {
    private static final long AGE_SECONDS = 20;
    private static final long AGE_NANOS = AGE_SECONDS * 1_000_000_000;
    private static final int MAX_KNOWN = 20_000;

    /** Few enough that the connections to the database stay the requests'. */
    private static final int MAX_READS = 2;

    private static final Caller HOST = Caller.host("rate-limit");

    private final RateLimitFields server;
    private final Configs configs;
    private final LongSupplier nanos;
    private final Executor executor;
    private final Semaphore reads = new Semaphore(MAX_READS);
    private final Cache<TenantId, Known> known = Caffeine.newBuilder()
            .maximumSize(MAX_KNOWN)
            .expireAfterAccess(Duration.ofHours(1))
            .executor(Runnable::run)
            .build();

    private record Known(RateLimitFields fields, long at) {}

    /**
     * Limits of tenants.
     *
     * @param server for those who have none of their own
     * @param nanos the time, in nanoseconds from any start
     * @param executor reads; what it is given may block
     */
    TenantLimits(RateLimit server, Configs configs, LongSupplier nanos, Executor executor) {
        this.server = new RateLimitFields("tenant", server);
        this.configs = configs;
        this.nanos = nanos;
        this.executor = executor;
    }

    /** The limit that holds now, as far as it is known. */
    RateLimitFields of(TenantId tenant) {
        Known before = known.getIfPresent(tenant);
        if (before == null || nanos.getAsLong() - before.at > AGE_NANOS) {
            refresh(tenant, before);
        }
        return before == null ? server : before.fields;
    }

    private void refresh(TenantId tenant, @Nullable Known before) {
        if (!reads.tryAcquire()) {
            return; // the next request tries again
        }
        // Before it is read, so that one request alone reads it.
        known.put(tenant, new Known(before == null ? server : before.fields, nanos.getAsLong()));
        try {
            executor.execute(() -> readAnew(tenant));
        } catch (Throwable e) {
            reads.release();
            throw e;
        }
    }

    private void readAnew(TenantId tenant) {
        try {
            known.put(tenant, new Known(read(tenant), nanos.getAsLong()));
        } catch (RuntimeException e) {
            // The database is away: what was known holds on, and requests say what is wrong.
        } finally {
            reads.release();
        }
    }

    private RateLimitFields read(TenantId tenant) {
        try {
            RateLimit own =
                    RateLimitKey.read(configs.get(HOST, tenant, RateLimits.KEY).value());
            return new RateLimitFields("tenant", own);
        } catch (Refusal e) {
            return server; // written before the key was reserved, or past this server
        } catch (TenancyException e) {
            if (e.code() == ErrorCode.STORE_UNAVAILABLE) {
                throw e;
            }
            return server; // there is none, or no such tenant
        }
    }
}
