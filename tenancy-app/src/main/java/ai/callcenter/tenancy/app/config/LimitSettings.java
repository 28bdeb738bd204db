package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.TrustedProxies;
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

    static final Setting<TrustedProxies> TRUSTED_PROXIES = Setting.of(
            "TENANCY_TRUSTED_PROXIES",
            null,
            "10.0.0.0/8,192.0.2.7",
            "The proxies whose `Forwarded` or `X-Forwarded-For` tells a client's address: addresses or CIDR ranges, "
                    + "separated by commas. Absent: none, and the address is the connection's.",
            LimitFormats::proxies);

    static final List<Setting<?>> ALL = List.of(RATE_LIMIT, RATE_LIMIT_ANONYMOUS, TRUSTED_PROXIES);

    private LimitSettings() {}
}
