package ai.callcenter.tenancy.http.token;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token of this service's own, issued on a switch: one user in one tenant. Marked by the header {@code typ} being
 * {@code tenancy+jwt}.
 *
 * @param id claim {@code jti}
 * @param userId claim {@code sub}
 * @param email claim {@code email}: 1 to 254 characters
 * @param tenantId claim {@code tenant_id}
 * @param role claim {@code role}: 1 to 64 characters. What it was when the token was issued: a hint for user
 *     interfaces, never to be decided upon
 * @param authenticatedAt claim {@code auth_time}: the {@code iat} of the identity token that the session began with,
 *     1970 where that had none. Tokens that are had for this one carry it on
 * @param sessionEndsAt claim {@code session_exp}: from then on no token is had for this one; null where it does not say
 * @param issuedAt claim {@code iat}
 * @param expiresAt claim {@code exp}
 */
public record TenantToken(
        UUID id,
        UUID userId,
        String email,
        UUID tenantId,
        String role,
        Instant authenticatedAt,
        @Nullable Instant sessionEndsAt,
        Instant issuedAt,
        Instant expiresAt)
        implements VerifiedToken {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if a text is empty, too long, or has control characters
     */
    public TenantToken {
        TextClaim.EMAIL.require(email);
        TextClaim.ROLE.require(role);
    }
}
