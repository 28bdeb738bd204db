package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Users;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.http.token.TenantToken;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.http.token.VerifiedToken;
import ai.callcenter.tenancy.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;

/** From the bearer token of a request of the API to the caller, with the limits of rates on the way. */
final class Authenticator {
    private final TokenVerifier verifier;
    private final VerifiedCallers callers;
    private final RateLimiter limiter;

    Authenticator(TokenVerifier verifier, Users users, RateLimiter limiter) {
        this.verifier = verifier;
        this.callers = new VerifiedCallers(users);
        this.limiter = limiter;
    }

    /** @throws Refusal 401, or 429 for one request too many */
    Caller.User caller(HttpServletRequest request, Exchange exchange) {
        String token;
        try {
            token = Bearer.token(request);
        } catch (Refusal e) {
            limiter.address(request, exchange);
            throw e;
        }
        VerifiedToken verified = verified(token, request, exchange);
        if (verified instanceof TenantToken tenant) {
            TenantId id = new TenantId(tenant.tenantId());
            exchange.tenant(id);
            limiter.tenant(id, exchange);
        }
        return callers.of(verified, exchange.requestId());
    }

    /** Who has no tenant is counted by address; whose token must be verified first, before that costs anything. */
    private VerifiedToken verified(String token, HttpServletRequest request, Exchange exchange) {
        VerifiedToken known = verifier.recall(token);
        if (known instanceof TenantToken) {
            return known;
        }
        limiter.address(request, exchange);
        if (known != null) {
            return known;
        }
        VerifiedToken verified = Bearer.verified(verifier, token);
        if (verified instanceof TenantToken) {
            limiter.giveBack(request);
        }
        return verified;
    }
}
