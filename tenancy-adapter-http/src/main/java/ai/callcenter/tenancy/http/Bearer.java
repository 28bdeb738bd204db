package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.token.InvalidTokenException;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.http.token.VerifiedToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/** The bearer token of a request (RFC 6750 section 2.1), and how one is refused. */
final class Bearer {
    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** @throws Refusal 401 */
    static String token(HttpServletRequest request) {
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

    /** @throws Refusal 401 */
    static VerifiedToken verified(TokenVerifier verifier, String token) {
        try {
            return verifier.verify(token);
        } catch (InvalidTokenException e) {
            throw refused("invalid_token", String.valueOf(e.getMessage()));
        }
    }

    /** @param error as in RFC 6750 section 3.1; null where the request has no credentials at all */
    static Refusal refused(@Nullable String error, String detail) {
        return new Refusal(Problem.unauthenticated(error == null ? "missing_token" : error, error, detail));
    }
}
