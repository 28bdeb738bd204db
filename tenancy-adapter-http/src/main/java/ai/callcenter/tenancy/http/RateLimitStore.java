package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.tenant.TenantId;

/** Where tenants' requests are counted. Safe for use by many threads. */
public interface RateLimitStore {
    /**
     * Counts one request, if the limit allows it.
     *
     * @param limit the tenant's present limit; when it is another one than before, as many requests are left as were,
     *     and at most the new limit's: a tenant that may change its limit must not win requests by it
     * @throws RuntimeException when the store cannot be asked; the caller then counts by itself
     */
    Taken take(TenantId tenant, RateLimit limit);

    /**
     * What came of one request.
     *
     * @param allowed whether it is taken
     * @param remaining how many more are taken at once
     * @param retryNanos how long until one more is, in nanoseconds; 0 where this one is allowed
     * @param fullNanos how long until the whole limit is there again, in nanoseconds
     */
    record Taken(boolean allowed, long remaining, long retryNanos, long fullNanos) {}
}
