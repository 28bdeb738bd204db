package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.tenant.TenantId;

/**
 * Where several servers count tenants' requests together. A server takes up to a hundredth of a limit ahead, at most
 * 100 requests, and so asks once for many of them. Safe for use by many threads.
 */
public interface RateLimitStore {
    /**
     * Takes requests out of a tenant's limit: as many as are wanted, or as many as there are. All that is taken, by
     * whomever, is at no time more than the limit allows: so the time that refills it must be one for all servers, such
     * as the store's own.
     *
     * @param limit the tenant's present limit; when it is another one than before, as many requests are left as were,
     *     and at most the new limit's: a tenant that may change its limit must not win requests by it
     * @param wanted how many, from 1
     * @throws RuntimeException when the store cannot be asked, which must be known within a fraction of a second; the
     *     caller then counts by itself
     */
    Grant take(TenantId tenant, RateLimit limit, long wanted);

    /**
     * What was taken.
     *
     * @param requests how many, from 0 to as many as were wanted
     * @param used how many of the limit are used at this moment, those included; as time passes it becomes less
     */
    record Grant(long requests, double used) {}
}
