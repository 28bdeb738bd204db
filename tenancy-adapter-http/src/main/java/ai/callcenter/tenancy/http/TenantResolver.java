package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.VerifiedToken;
import ai.callcenter.tenancy.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Which tenant a request names, beside its token: a strategy for {@link TenancyFilter.Builder#tenantFrom}. The tenant
 * that a tenant token names always counts too. Whoever names a tenant need not be trusted, since the caller must be a
 * member of it.
 */
@FunctionalInterface
public interface TenantResolver {
    /**
     * The tenant that the request names; empty where it names none, and the others decide.
     *
     * @param token what the request's token says, already verified
     * @throws TenancyException to refuse the request
     */
    Optional<TenantId> resolve(HttpServletRequest request, VerifiedToken token);

    /**
     * A header that holds a tenant's id, such as {@code X-Tenant-Id}. One that holds anything else, or comes twice, is
     * refused with 400.
     */
    static TenantResolver header(String name) {
        return new HeaderTenant(name);
    }

    /**
     * The host name that the request was sent to, where it is a tenant's domain: without port and trailing dot, in any
     * letter case. It is what the servlet container takes it for ({@code getServerName}), so {@code X-Forwarded-Host}
     * counts only where the container is told to trust it.
     *
     * <p>Remembers whose domains are, the {@value DomainTenant#MOST} latest ones for {@value DomainTenant#SECONDS}
     * seconds, which saves a round trip on each request. Whether the caller is a member is never remembered.
     */
    static TenantResolver domain(Tenancy tenancy) {
        return new DomainTenant(tenancy.tenants());
    }

    /**
     * The id of a tenant in the path below the context path, and whatever follows it: {@code /t/{tenant}} takes
     * {@code /t/8e0a…/calls}. An id that is none is refused with 400, and so is a path that may be read in two ways
     * (dot segments, empty ones, parameters after a semicolon, encoded slashes and dots).
     *
     * @param template literal segments, then {@code {tenant}} as the last one
     * @throws IllegalArgumentException for any other template
     */
    static TenantResolver path(String template) {
        return PathTenant.of(template);
    }
}
