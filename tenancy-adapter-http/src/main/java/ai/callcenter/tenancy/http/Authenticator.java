package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Users;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.IdentityToken;
import ai.callcenter.tenancy.http.token.InvalidTokenException;
import ai.callcenter.tenancy.http.token.TenantToken;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.http.token.VerifiedToken;
import ai.callcenter.tenancy.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** From the bearer token of a request (RFC 6750 section 2.1) to the caller. */
final class Authenticator {
    private static final String SCHEME = "Bearer ";

    private final TokenVerifier verifier;
    private final Users users;
    private final RateLimiter limiter;

    Authenticator(TokenVerifier verifier, Users users, RateLimiter limiter) {
        this.verifier = verifier;
        this.users = users;
        this.limiter = limiter;
    }

    /** @throws Refusal 401, or 429 for one request too many */
    Caller.User caller(HttpServletRequest request, Exchange exchange) {
        String token;
        try {
            token = token(request);
        } catch (Refusal e) {
            limiter.address(request, exchange);
            throw e;
        }
        return switch (verified(token, request, exchange)) {
            case TenantToken tenant -> {
                TenantId id = new TenantId(tenant.tenantId());
                exchange.tenant(id);
                limiter.tenant(id, exchange);
                yield new Caller.User(
                        new UserId(tenant.userId()),
                        id,
                        exchange.requestId(),
                        tenant.authenticatedAt(),
                        tenant.sessionEndsAt());
            }
            case IdentityToken identity ->
                new Caller.User(
                        users.signIn(identity(identity), exchange.requestId()),
                        null,
                        exchange.requestId(),
                        since(identity),
                        null);
        };
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
        try {
            VerifiedToken verified = verifier.verify(token);
            if (verified instanceof TenantToken) {
                limiter.giveBack(request);
            }
            return verified;
        } catch (InvalidTokenException e) {
            throw refused("invalid_token", String.valueOf(e.getMessage()));
        }
    }

    private static String token(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("Authorization");
        if (!headers.hasMoreElements()) {
            throw refused(null, "Send a token: `Authorization: Bearer …`.");
        }
        String header = headers.nextElement();
        // Two could mean different callers to a proxy and to us.
        if (headers.hasMoreElements() || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw refused("invalid_token", "Send one Authorization header, of the scheme Bearer");
        }
        return header.substring(SCHEME.length()).strip();
    }

    /** One that does not say when it was issued is older than any sign-out. */
    private static Instant since(IdentityToken token) {
        return token.issuedAt() == null ? Instant.EPOCH : token.issuedAt();
    }

    private static Identity identity(IdentityToken token) {
        try {
            return new Identity(
                    token.issuer(), token.subject(), new Email(token.email()), token.emailVerified(), token.name());
        } catch (TenancyException e) {
            throw refused("invalid_token", "The token names nobody who could be a user here");
        }
    }

    /** @param error as in RFC 6750 section 3.1; null where the request has no credentials at all */
    private static Refusal refused(@Nullable String error, String detail) {
        return new Refusal(Problem.unauthenticated(error == null ? "missing_token" : error, error, detail));
    }
}
