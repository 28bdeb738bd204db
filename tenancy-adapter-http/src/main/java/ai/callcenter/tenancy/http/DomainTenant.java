package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenants;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.VerifiedToken;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.TenantId;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant whose domain the request was sent to. */
final class DomainTenant implements TenantResolver {
    static final int MOST = 10_000;
    static final int SECONDS = 10;

    private final Tenants tenants;
    private final Cache<Domain, Optional<TenantId>> known;

    DomainTenant(Tenants tenants) {
        this(tenants, Ticker.systemTicker());
    }

    DomainTenant(Tenants tenants, Ticker ticker) {
        this.tenants = tenants;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(Duration.ofSeconds(SECONDS))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    @Override
    public Optional<TenantId> resolve(HttpServletRequest request, VerifiedToken token) {
        Domain domain = domain(request.getServerName());
        if (domain == null) {
            return Optional.empty();
        }
        Optional<TenantId> remembered = known.getIfPresent(domain);
        if (remembered != null) {
            return remembered;
        }
        // Not looked up inside the cache: that would let others wait while the database is away.
        Optional<TenantId> found = tenants.withDomain(domain);
        known.put(domain, found);
        return found;
    }

    /** An address, a name of one label or no name at all is no tenant's domain. */
    private static @Nullable Domain domain(@Nullable String host) {
        if (host == null) {
            return null;
        }
        try {
            return new Domain(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
        } catch (TenancyException e) {
            return null;
        }
    }
}
