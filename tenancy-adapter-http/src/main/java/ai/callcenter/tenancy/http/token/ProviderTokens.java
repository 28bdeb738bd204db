package ai.callcenter.tenancy.http.token;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.EmailTrust;
import ai.callcenter.tenancy.http.token.oidc.OidcProvider;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import ai.callcenter.tenancy.http.token.oidc.OidcSettings;
import ai.callcenter.tenancy.http.token.oidc.ProviderKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Identity tokens of OpenID Connect providers: ID tokens (OpenID Connect Core 1.0, section 2) and access tokens in the
 * form of a JWT (RFC 9068). A token meets the keys of the provider that its {@code iss} names, and no others.
 */
final class ProviderTokens {
    /** A logout token or a token of yet another kind is no proof of who calls. */
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final OidcProviders providers;

    ProviderTokens(OidcProviders providers) {
        this.providers = providers;
    }

    /** The provider that a token claims to come from, null where it is none of them. */
    @Nullable
    OidcProvider of(CompactJws jws) {
        String issuer = jws.claims().textIfUsable(TextClaim.ISS, TextClaim.ISS.claim());
        boolean ours = TokenType.TENANT.typ().equals(jws.type());
        return ours || issuer == null ? null : providers.find(issuer);
    }

    /** Whether the key that verified a token is still published. */
    record Proof(OidcProvider provider, ProviderKey key) {
        boolean holds() {
            return provider.keys().has(key);
        }
    }

    /** Checks form, signature and audience; the times are the caller's. */
    Proof prove(CompactJws jws, OidcProvider provider) {
        jws.requireProvidersForm();
        if (jws.type() != null && !TYPES.contains(jws.type().toLowerCase(Locale.ROOT))) {
            throw new InvalidTokenException(Reason.TYPE);
        }
        ProviderKey key = key(jws, provider);
        if (Collections.disjoint(provider.settings().audiences(), jws.claims().audience())) {
            throw new InvalidTokenException(Reason.AUDIENCE);
        }
        return new Proof(provider, key);
    }

    private static ProviderKey key(CompactJws jws, OidcProvider provider) {
        List<ProviderKey> named = provider.keys().named(jws.keyId());
        if (named.isEmpty()) {
            provider.miss();
            throw new InvalidTokenException(Reason.KEY);
        }
        List<ProviderKey> allowed =
                named.stream().filter(key -> key.allows(jws.algorithm())).toList();
        if (allowed.isEmpty()) {
            throw new InvalidTokenException(Reason.ALGORITHM);
        }
        byte[] signed = jws.signed();
        byte[] signature = jws.signature();
        return allowed.stream()
                .filter(key -> key.verifies(jws.algorithm(), signed, signature))
                .findFirst()
                .orElseThrow(() -> new InvalidTokenException(Reason.SIGNATURE));
    }

    private static boolean isVerified(Claims claims, OidcSettings settings) {
        String claim = settings.emailVerifiedClaim();
        return claims.isTrue(claim) || (settings.emailTrust() == EmailTrust.ALWAYS && !claims.has(claim));
    }

    /** What a proven token says, by the claims that the provider's settings name. */
    static IdentityToken identity(CompactJws jws, OidcSettings settings, Validity validity) {
        Claims claims = jws.claims();
        return new IdentityToken(
                settings.issuer(),
                claims.text(TextClaim.SUB),
                claims.text(TextClaim.EMAIL, settings.emailClaim()),
                isVerified(claims, settings),
                claims.textIfUsable(TextClaim.NAME, settings.nameClaim()),
                validity.issuedAt() == null ? null : Instant.ofEpochSecond(validity.issuedAt()),
                Instant.ofEpochSecond(validity.expiresAt()));
    }
}
