package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.EmailTrust;
import ai.callcenter.tenancy.http.token.oidc.FakeKey;
import ai.callcenter.tenancy.http.token.oidc.OidcSettings;
import ai.callcenter.tenancy.http.token.oidc.Quick;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's token says of a person. */
class ProviderClaimsTest extends ProviderFixture {

    @Test
    void theStandardClaims() {
        Map<String, String> claims = providerClaims();
        claims.put("email_verified", "true");
        claims.put("name", "\"Ana Sá\"");
        claims.put("iat", String.valueOf(now() - 5));
        String token = FakeKey.RSA.token("RS256", "rsa", json(claims));

        assertThat(accept(trusting(rsaKey()), token))
                .isEqualTo(new IdentityToken(
                        provider.issuer(),
                        "google|42",
                        "Ana@Acme.example",
                        true,
                        "Ana Sá",
                        clock.instant().minusSeconds(5),
                        clock.instant().plusSeconds(3600)));
    }

    @Test
    void claimsOfOtherNames() {
        TokenVerifier verifier = mapped(EmailTrust.VERIFIED);
        Map<String, String> claims = providerClaims();
        claims.remove("email");
        claims.put("upn", "\"ana@corp.example\"");
        claims.put("https://corp.example/checked", "\"true\"");
        claims.put("display", "\"Ana\"");
        claims.put("name", "\"not this\"");
        claims.put("email_verified", "false");
        IdentityToken identity = accept(verifier, sign(claims));

        assertThat(identity.email()).isEqualTo("ana@corp.example");
        assertThat(identity.emailVerified()).isTrue();
        assertThat(identity.name()).isEqualTo("Ana");

        claims.remove("upn");
        claims.put("email", "\"ana@corp.example\"");
        assertThat(refusal(verifier, sign(claims))).hasMessageContaining("upn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "\"true\""})
    void anEmailThatTheProviderHasChecked(String value) {
        assertThat(accept(trusting(rsaKey()), provided("email_verified", value)).emailVerified())
                .isTrue();
    }

    @Test
    void anEmailOfWhichTheProviderSaysNoSuchThing() {
        TokenVerifier verifier = trusting(rsaKey());
        for (String value : new String[] {
            null,
            "false",
            "\"false\"",
            "1",
            "0",
            "null",
            "\"\"",
            "\"True\"",
            "\"TRUE\"",
            "\"1\"",
            "[true]",
            "[\"true\"]"
        }) {
            assertThat(accept(verifier, provided("email_verified", value)).emailVerified())
                    .as(value)
                    .isFalse();
        }
    }

    @Test
    void anEmailThatIsTrustedUnlessTheProviderDeniesIt() {
        TokenVerifier verifier = mapped(EmailTrust.ALWAYS);
        Map<String, String> claims = providerClaims();
        claims.put("upn", "\"ana@corp.example\"");
        for (String value : new String[] {"true", "\"true\""}) {
            claims.put("https://corp.example/checked", value);
            assertThat(accept(verifier, sign(claims)).emailVerified()).as(value).isTrue();
        }
        for (String value : new String[] {"false", "\"false\"", "1", "null"}) {
            claims.put("https://corp.example/checked", value);
            assertThat(accept(verifier, sign(claims)).emailVerified()).as(value).isFalse();
        }
        claims.remove("https://corp.example/checked");
        assertThat(accept(verifier, sign(claims)).emailVerified()).isTrue();
    }

    @Test
    void aNameOfNoUseIsLeftOut() {
        TokenVerifier verifier = trusting(rsaKey());
        for (String name : new String[] {
            null, "7", "null", "\"\"", "{}", "[\"Ana\"]", "\"a\\u0000b\"", "\"\\ud800\"", '"' + "n".repeat(256) + '"'
        }) {
            assertThat(accept(verifier, provided("name", name)).name()).as(name).isNull();
        }
        assertThat(accept(verifier, provided("name", '"' + "n".repeat(255) + '"'))
                        .name())
                .hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sub", "email"})
    void whoItIsCannotBeLeftOut(String name) {
        TokenVerifier verifier = trusting(rsaKey());
        for (String value :
                new String[] {null, "7", "null", "\"\"", "[\"a@b.example\"]", '"' + "s".repeat(256) + '"'}) {
            InvalidTokenException refusal = refusal(verifier, provided(name, value));
            assertThat(refusal.reason()).as(value).isEqualTo(Reason.CLAIM);
            assertThat(refusal).hasMessageContaining(" " + name + " ");
        }
    }

    private String sign(Map<String, String> claims) {
        return FakeKey.RSA.token("RS256", "rsa", json(claims));
    }

    private TokenVerifier mapped(EmailTrust trust) {
        provider.publish(rsaKey());
        return verifier(Quick.once(new OidcSettings(
                provider.issuer(), Set.of("tenancy-api"), "upn", "https://corp.example/checked", "display", trust)));
    }
}
