package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.TrustedProxies;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** The settings of what is let through, in the table of all settings. */
final class LimitSettings {
    static final Setting<Optional<RateLimit>> RATE_LIMIT = Setting.of(
            "TENANCY_RATE_LIMIT",
            "6000/PT1M",
            "600/PT1M",
            "How many requests all callers of one tenant may make in a period (ISO 8601, `PT1S` to `PT24H`), or `off`; "
                    + "a tenant's own limit: `docs/rate-limits.md`.",
            LimitFormats::limit);

    static final Setting<Optional<RateLimit>> RATE_LIMIT_ANONYMOUS = Setting.of(
            "TENANCY_RATE_LIMIT_ANONYMOUS",
            "6000/PT1M",
            "300/PT1M",
            "The same for callers without a tenant (no token, one that does not verify, an identity token) from one "
                    + "address, IPv6 by /64. Behind a proxy, name it in `TENANCY_TRUSTED_PROXIES`.",
            LimitFormats::limit);

    static final Setting<Store> STORE = Setting.of(
            "TENANCY_RATE_LIMIT_STORE",
            "memory",
            "postgresql",
            "Where tenants' requests are counted: in `memory`, by each server for itself; or by all of them together, in "
                    + "`postgresql`, the server's own database, or in `redis`. Addresses are counted in memory always.",
            Formats.choice(Store.class));

    static final Setting<URI> REDIS_URL = Setting.of(
            "TENANCY_REDIS_URL",
            null,
            "redis://redis.internal:6379/0",
            "The Redis, from version 5, for `TENANCY_RATE_LIMIT_STORE`; `rediss://…` for TLS.",
            LimitFormats::redis);

    static final Setting<String> REDIS_USER = Setting.of(
            "TENANCY_REDIS_USER",
            null,
            "tenancy",
            "The user of Redis' access list. Absent: the default one.",
            text -> text);

    static final Setting<String> REDIS_PASSWORD = Setting.of(
                    "TENANCY_REDIS_PASSWORD", null, "…", "The password for Redis. Absent: none is sent.", text -> text)
            .hidden();

    static final Setting<TrustedProxies> TRUSTED_PROXIES = Setting.of(
            "TENANCY_TRUSTED_PROXIES",
            null,
            "10.0.0.0/8,192.0.2.7",
            "The proxies whose `Forwarded` or `X-Forwarded-For` tells a client's address: addresses or CIDR ranges, "
                    + "separated by commas. Absent: none, and the address is the connection's.",
            LimitFormats::proxies);

    static final List<Setting<?>> ALL =
            List.of(RATE_LIMIT, RATE_LIMIT_ANONYMOUS, STORE, REDIS_URL, REDIS_USER, REDIS_PASSWORD, TRUSTED_PROXIES);

    private LimitSettings() {}

    /** Where tenants' requests are counted. */
    enum Store {
        MEMORY,
        POSTGRESQL,
        REDIS
    }
}
