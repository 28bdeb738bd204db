package ai.callcenter.tenancy.http.token;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, as an identity provider or a host application says it: no tenant yet. Marked by the header
 * {@code typ} being absent or {@code JWT}.
 *
 * @param issuer claim {@code iss}
 * @param subject claim {@code sub}: 1 to 255 characters, unique and never reassigned at the issuer
 * @param email claim {@code email}: 1 to 254 characters as the issuer wrote them, not canonical
 * @param emailVerified claim {@code email_verified}; true where it is absent, since whoever holds a key that verifies
 *     here is trusted to name only addresses that it has checked
 * @param name claim {@code name}: 1 to 255 characters; null where it is absent or empty
 * @param issuedAt claim {@code iat}; null where it is absent
 * @param expiresAt claim {@code exp}
 */
public record IdentityToken(
        String issuer,
        String subject,
        String email,
        boolean emailVerified,
        @Nullable String name,
        @Nullable Instant issuedAt,
        Instant expiresAt)
        implements VerifiedToken {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if a text is empty, too long, or has control characters
     */
    public IdentityToken {
        TextClaim.ISS.require(issuer);
        TextClaim.SUB.require(subject);
        TextClaim.EMAIL.require(email);
        if (name != null) {
            TextClaim.NAME.require(name);
        }
    }
}
