package ai.callcenter.tenancy.http.token.oidc;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser signs in and out at a provider (OpenID Connect Discovery 1.0, section 3; RP-Initiated Logout 1.0,
 * section 2.1). Each is {@code https}, or {@code http} on a loopback host, and null where the provider names none that
 * is.
 *
 * @param authorization where it asks the person
 * @param token where a page gets tokens for the code that it came back with
 * @param endSession where the session at the provider ends
 */
public record ProviderEndpoints(
        @Nullable URI authorization,
        @Nullable URI token,
        @Nullable URI endSession) {
    /** Of a provider that has not answered yet. */
    static final ProviderEndpoints NONE = new ProviderEndpoints(null, null, null);

    /** What a discovery document names; a provider without them verifies tokens all the same. */
    static ProviderEndpoints of(Map<String, Object> document, String issuer) {
        return new ProviderEndpoints(
                endpoint(document.get("authorization_endpoint"), issuer),
                endpoint(document.get("token_endpoint"), issuer),
                endpoint(document.get("end_session_endpoint"), issuer));
    }

    private static @Nullable URI endpoint(@Nullable Object named, String issuer) {
        URI uri = named instanceof String text ? ProviderUrl.endpoint(text, issuer) : null;
        // RFC 6749, section 3.1: without a fragment.
        return uri == null || uri.getRawFragment() != null ? null : uri;
    }
}
