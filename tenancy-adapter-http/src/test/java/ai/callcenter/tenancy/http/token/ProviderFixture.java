package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.FakeKey;
import ai.callcenter.tenancy.http.token.oidc.FakeProvider;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import ai.callcenter.tenancy.http.token.oidc.OidcSettings;
import ai.callcenter.tenancy.http.token.oidc.Quick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A provider on this machine and a verifier that accepts its tokens. */
abstract class ProviderFixture extends TokenFixture {
    final FakeProvider provider = new FakeProvider();
    private final List<AutoCloseable> open = new ArrayList<>(List.of(provider));

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open.reversed()) {
            one.close();
        }
    }

    <T extends AutoCloseable> T closing(T opened) {
        open.add(opened);
        return opened;
    }

    OidcSettings oidc() {
        return Quick.settings(provider);
    }

    /** Trusts the keys that the provider has published by now. */
    TokenVerifier trusting() {
        return verifier(Quick.once(oidc()));
    }

    TokenVerifier trusting(String... jwks) {
        provider.publish(jwks);
        return trusting();
    }

    TokenVerifier verifier(OidcProviders providers) {
        return new TokenVerifier(settings, secretOnly, closing(providers));
    }

    /** The claims of the provider's tokens, as raw JSON values by name. */
    Map<String, String> providerClaims() {
        Map<String, String> claims = identityClaims();
        claims.put("iss", "\"" + provider.issuer() + "\"");
        return claims;
    }

    String claims() {
        return json(providerClaims());
    }

    String claims(String name, @Nullable String value) {
        return json(providerClaims(), name, value);
    }

    /** Signed by RS256 with {@link FakeKey#RSA}, which is named {@code rsa}. */
    String provided(String name, @Nullable String value) {
        return FakeKey.RSA.token("RS256", "rsa", claims(name, value));
    }

    String provided() {
        return FakeKey.RSA.token("RS256", "rsa", claims());
    }

    static String rsaKey() {
        return FakeKey.RSA.jwk("rsa", ",\"alg\":\"RS256\",\"use\":\"sig\"");
    }

    static IdentityToken accept(TokenVerifier verifier, String token) {
        VerifiedToken verified = verifier.verify(token);
        assertThat(verified).isInstanceOf(IdentityToken.class);
        return (IdentityToken) verified;
    }

    static void refuse(TokenVerifier verifier, String token, Reason reason) {
        assertThat(refusal(verifier, token).reason()).as(token).isEqualTo(reason);
    }
}
