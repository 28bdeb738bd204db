package ai.callcenter.tenancy.http.token;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.OidcProvider;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Verifies bearer tokens: signature, issuer, audience, times, and that every claim is what it must be. Safe for use by
 * many threads.
 *
 * <p>Remembers what it has verified, at most 8 MiB of it (some 10,000 tokens of ordinary size), so that a session pays
 * for a signature once; the times are checked on each use. A refusal is not remembered.
 *
 * <p>A token of a provider's counts while the key that verified it is published: one that is withdrawn takes what was
 * remembered along.
 *
 * <p>The keys are trusted fully: who holds one can name any user, and any tenant where it is a tenant key. A life time
 * is at most 30 days for an identity token and 24 hours for a tenant token, from {@code iat} to {@code exp}, or from
 * now where there is no {@code iat}.
 */
public final class TokenVerifier {
    private static final long CACHE_BYTES = 8L * 1024 * 1024;
    private static final int ENTRY_BYTES = 384;

    private final TokenSettings settings;
    private final TokenKeys keys;
    private final ProviderTokens providers;
    private final Cache<String, Verified> cache = Caffeine.newBuilder()
            .maximumWeight(CACHE_BYTES)
            .<String, Verified>weigher((token, verified) -> token.length() + ENTRY_BYTES)
            .executor(Runnable::run)
            .build();

    /** @param proof by which key of a provider; null for a key of ours, which never changes */
    private record Verified(VerifiedToken token, Validity validity, ProviderTokens.@Nullable Proof proof) {
        boolean holds() {
            return proof == null || proof.holds();
        }
    }

    public TokenVerifier(TokenSettings settings, TokenKeys keys) {
        this(settings, keys, OidcProviders.none());
    }

    /**
     * Verifies the tokens of OpenID Connect providers too.
     *
     * @param providers whose tokens count as identity tokens; they stay the caller's to close
     * @throws IllegalArgumentException if one of them has the issuer of the settings, so that two keys spoke for it
     */
    public TokenVerifier(TokenSettings settings, TokenKeys keys, OidcProviders providers) {
        if (providers.find(settings.issuer()) != null) {
            throw new IllegalArgumentException("the issuer " + settings.issuer()
                    + " is this service's own and an OpenID Connect provider's; each needs one of its own");
        }
        this.settings = settings;
        this.keys = keys;
        this.providers = new ProviderTokens(providers);
    }

    /**
     * Verifies a token, or recalls that it was verified.
     *
     * @param token what follows {@code Bearer} in the request
     * @throws InvalidTokenException if it is refused
     */
    public VerifiedToken verify(String token) {
        VerifiedToken known = recall(token);
        if (known != null) {
            return known;
        }
        long now = settings.clock().millis();
        Verified verified = verifyAnew(token, now);
        verified.validity.requireNow(now, settings.leeway());
        cache.put(token, verified);
        return verified.token;
    }

    /**
     * What a token says that was verified before and still holds, at next to no cost.
     *
     * @return null for any other: {@link #verify} then says what is wrong, or that nothing is
     */
    public @Nullable VerifiedToken recall(String token) {
        Verified known = cache.getIfPresent(token);
        if (known == null || !known.holds()) {
            return null;
        }
        return known.validity.isNow(settings.clock().millis(), settings.leeway()) ? known.token : null;
    }

    /** How many tokens are remembered. */
    long remembered() {
        return cache.estimatedSize();
    }

    private Verified verifyAnew(String token, long now) {
        CompactJws jws = CompactJws.parse(token);
        OidcProvider provider = providers.of(jws);
        return provider == null ? verifyOwn(jws, now) : verifyProviders(jws, provider, now);
    }

    private Verified verifyProviders(CompactJws jws, OidcProvider provider, long now) {
        ProviderTokens.Proof proof = providers.prove(jws, provider);
        Validity validity = Validity.of(jws.claims());
        validity.requireAtMost(TokenType.IDENTITY.maxLifetime(), now);
        return new Verified(ProviderTokens.identity(jws, provider.settings(), validity), validity, proof);
    }

    private Verified verifyOwn(CompactJws jws, long now) {
        jws.requireOwnForm();
        TokenType type = TokenType.of(jws.type());
        Claims claims = jws.claims();
        // Before the signature, since java-jwt stumbles over times and audiences of another shape.
        Validity validity = Validity.of(claims);
        List<String> audience = claims.audience();
        // Before the key too: of a provider that is not configured, or not to the letter, it would say the algorithm.
        if (!claims.text(TextClaim.ISS).equals(settings.issuer())) {
            throw new InvalidTokenException(Reason.ISSUER);
        }
        requireSignature(jws, keysFor(type));
        if (!audience.contains(settings.audience())) {
            throw new InvalidTokenException(Reason.AUDIENCE);
        }
        validity.requireAtMost(type.maxLifetime(), now);
        return new Verified(
                switch (type) {
                    case IDENTITY -> identity(claims, validity);
                    case TENANT -> tenant(claims, validity);
                },
                validity,
                null);
    }

    private SigningKeys keysFor(TokenType type) {
        return switch (type) {
            case IDENTITY -> keys.identity();
            case TENANT -> keys.tenant();
        };
    }

    private static void requireSignature(CompactJws jws, SigningKeys keys) {
        if (!keys.algorithm().equals(jws.algorithm())) {
            throw new InvalidTokenException(Reason.ALGORITHM);
        }
        Algorithm key = keys.verifier(jws.keyId());
        if (key == null) {
            throw new InvalidTokenException(Reason.KEY);
        }
        try {
            key.verify(JWT.decode(jws.token()));
        } catch (JWTVerificationException e) {
            throw new InvalidTokenException(Reason.SIGNATURE);
        }
    }

    private static IdentityToken identity(Claims claims, Validity validity) {
        if (claims.has("tenant_id")) {
            throw new InvalidTokenException(Reason.TYPE);
        }
        return new IdentityToken(
                claims.text(TextClaim.ISS),
                claims.text(TextClaim.SUB),
                claims.text(TextClaim.EMAIL),
                claims.flagOrTrue("email_verified"),
                claims.textOrNull(TextClaim.NAME),
                validity.issuedAt() == null ? null : Instant.ofEpochSecond(validity.issuedAt()),
                Instant.ofEpochSecond(validity.expiresAt()));
    }

    private static TenantToken tenant(Claims claims, Validity validity) {
        return new TenantToken(
                claims.uuid("jti"),
                claims.uuid("sub"),
                claims.text(TextClaim.EMAIL),
                claims.uuid("tenant_id"),
                claims.text(TextClaim.ROLE),
                Instant.ofEpochSecond(claims.seconds("auth_time")),
                claims.has("session_exp") ? Instant.ofEpochSecond(claims.seconds("session_exp")) : null,
                Instant.ofEpochSecond(claims.seconds("iat")),
                Instant.ofEpochSecond(validity.expiresAt()));
    }
}
