package ai.callcenter.tenancy.http.token;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues tokens that {@link TokenVerifier} accepts under the same settings and keys. */
public final class TokenIssuer {
    private final TokenSettings settings;
    private final TokenKeys keys;

    /**
     * A token that has just been signed.
     *
     * @param token in JWS compact serialization
     * @param expiresAt the first second at which it is refused
     */
    public record Issued(String token, Instant expiresAt) {}

    public TokenIssuer(TokenSettings settings, TokenKeys keys) {
        this.settings = settings;
        this.keys = keys;
    }

    /**
     * For a user who has just proved who it is, and acts in a tenant; lives for the settings' {@code ttl}.
     *
     * @throws IllegalArgumentException if a value is out of the bounds of {@link TenantToken}
     */
    public Issued issueTenantToken(UUID userId, String email, UUID tenantId, String role) {
        return issueTenantToken(userId, email, tenantId, role, now(), null);
    }

    /**
     * For a user who comes to act in a tenant; lives for the settings' {@code ttl}, and no longer than the session.
     *
     * @param authenticatedAt when the user proved who it is; a fraction of a second is cut off
     * @param endsAt when the session ends; null where it ends with the token
     * @throws IllegalArgumentException if a value is out of the bounds of {@link TenantToken}
     */
    public Issued issueTenantToken(
            UUID userId, String email, UUID tenantId, String role, Instant authenticatedAt, @Nullable Instant endsAt) {
        Instant now = now();
        Instant longest = now.plus(settings.ttl());
        Instant end = endsAt == null ? null : endsAt.truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = end == null || longest.isBefore(end) ? longest : end;
        TenantToken token = new TenantToken(
                UUID.randomUUID(),
                userId,
                email,
                tenantId,
                role,
                authenticatedAt.truncatedTo(ChronoUnit.SECONDS),
                end,
                now,
                expiresAt);
        JWTCreator.Builder claims = JWT.create()
                .withIssuer(settings.issuer())
                .withAudience(settings.audience())
                .withSubject(token.userId().toString())
                .withClaim("email", token.email())
                .withClaim("tenant_id", token.tenantId().toString())
                .withClaim("role", token.role())
                .withClaim("auth_time", token.authenticatedAt())
                .withJWTId(token.id().toString())
                .withIssuedAt(token.issuedAt())
                .withExpiresAt(token.expiresAt());
        if (end != null) {
            claims.withClaim("session_exp", end);
        }
        return sign(TokenType.TENANT, keys.tenant(), claims, expiresAt);
    }

    /**
     * For the command line and for tests, in place of an identity provider. The e-mail counts as verified.
     *
     * @param ttl 1 second to 30 days; a fraction of a second is cut off
     * @throws IllegalArgumentException if a value is out of the bounds of {@link IdentityToken}, or the ttl is out of
     *     its own
     */
    public Issued issueIdentityToken(String subject, String email, @Nullable String name, Duration ttl) {
        if (ttl.toSeconds() < 1 || ttl.compareTo(TokenType.IDENTITY.maxLifetime()) > 0) {
            throw new IllegalArgumentException(
                    "the ttl of an identity token must be 1 second (PT1S) to 30 days (P30D), not " + ttl);
        }
        Instant now = now();
        Instant expiresAt = now.plus(ttl.truncatedTo(ChronoUnit.SECONDS));
        IdentityToken token = new IdentityToken(settings.issuer(), subject, email, true, name, now, expiresAt);
        JWTCreator.Builder claims = JWT.create()
                .withIssuer(token.issuer())
                .withAudience(settings.audience())
                .withSubject(token.subject())
                .withClaim("email", token.email())
                .withClaim("email_verified", token.emailVerified())
                .withIssuedAt(now)
                .withExpiresAt(token.expiresAt());
        if (name != null) {
            claims.withClaim("name", name);
        }
        return sign(TokenType.IDENTITY, keys.identity(), claims, expiresAt);
    }

    private static Issued sign(TokenType type, SigningKeys keys, JWTCreator.Builder claims, Instant expiresAt) {
        String kid = keys.signerId();
        Map<String, Object> header = kid == null ? Map.of("typ", type.typ()) : Map.of("typ", type.typ(), "kid", kid);
        String token = claims.withHeader(header).sign(keys.signer());
        if (token.length() > CompactJws.MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "the token would have %d characters, the most that is accepted is %d: shorten its texts"
                            .formatted(token.length(), CompactJws.MAX_LENGTH));
        }
        return new Issued(token, expiresAt);
    }

    private Instant now() {
        return settings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
