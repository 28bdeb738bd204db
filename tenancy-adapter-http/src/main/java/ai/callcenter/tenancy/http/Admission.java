package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenants;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.TenantToken;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.http.token.VerifiedToken;
import ai.callcenter.tenancy.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whom an application lets in: whoever has a token that verifies, names one tenant and is a member of it now.
 *
 * @param least the least role that enters
 */
record Admission(
        TokenVerifier verifier, VerifiedCallers callers, Tenants tenants, List<TenantResolver> resolvers, Role least) {
    /**
     * Lets a request in.
     *
     * @throws RuntimeException to refuse it; {@link Failures} says with what
     */
    TenantRequest admit(HttpServletRequest request, Exchange exchange) {
        VerifiedToken token = Bearer.verified(verifier, Bearer.token(request));
        TenantId tenant = tenant(request, token);
        exchange.tenant(tenant);
        Caller.User caller = callers.of(token, exchange.requestId()).in(tenant);
        exchange.user(caller.id());
        TenantRequest admitted = new TenantRequest(caller, tenants.enter(caller, tenant), exchange.requestId());
        admitted.require(least);
        return admitted;
    }

    private TenantId tenant(HttpServletRequest request, VerifiedToken token) {
        TenantId named = token instanceof TenantToken own ? new TenantId(own.tenantId()) : null;
        for (TenantResolver resolver : resolvers) {
            Optional<TenantId> also = resolver.resolve(request, token);
            if (also.isPresent()) {
                named = agreed(named, also.get());
            }
        }
        if (named == null) {
            throw new TenancyException(
                    ErrorCode.NO_CURRENT_TENANT, "Neither the token nor the request names a tenant; switch to one.");
        }
        return named;
    }

    /** The same tenant, named twice. */
    static TenantId agreed(@Nullable TenantId one, TenantId other) {
        if (one != null && !one.equals(other)) {
            throw new TenancyException(
                    ErrorCode.WRONG_TENANT,
                    "The request names two tenants, by its token, host, path or header; switch, or name one.");
        }
        return other;
    }
}
