package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.FakeKey;
import ai.callcenter.tenancy.http.token.oidc.FakeProvider;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import ai.callcenter.tenancy.http.token.oidc.OidcSettings;
import ai.callcenter.tenancy.http.token.oidc.Quick;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who a token comes from, and for whom it is: a key speaks for its own issuer and for nobody else. */
class ProviderIssuerTest extends ProviderFixture {

    @Test
    void theIssuerIsPartOfTheIdentity() {
        assertThat(accept(trusting(rsaKey()), provided()).issuer()).isEqualTo(provider.issuer());
    }

    /** Such a token falls under our own rules, by which it has no key. */
    @Test
    void anIssuerThatIsNoProvider() {
        TokenVerifier verifier = trusting(rsaKey());

        // Our own, whose tokens meet our own key.
        refuse(verifier, provided("iss", "\"tenancy\""), Reason.ALGORITHM);
        for (String iss : new String[] {"7", "[\"" + provider.issuer() + "\"]", null}) {
            refuse(verifier, provided("iss", iss), Reason.CLAIM);
        }
        for (String iss : new String[] {
            "\"https://attacker.example\"",
            '"' + provider.issuer() + "/\"",
            '"' + provider.issuer().replace("http:", "HTTP:") + '"'
        }) {
            refuse(verifier, provided("iss", iss), Reason.ISSUER);
        }
        accept(verifier, provided());
    }

    @Test
    void ourOwnTokensCountBesideAProvidersOnes() {
        TokenVerifier verifier = trusting(rsaKey());

        assertThat(accept(verifier, identity("name", "\"Ana\"")).issuer()).isEqualTo("tenancy");
        String tenant =
                issuer.issueTenantToken(USER, "a@b.example", TENANT, "admin").token();
        assertThat(verifier.verify(tenant)).isInstanceOf(TenantToken.class);
    }

    @Test
    void aProviderDoesNotSpeakForAnother() {
        FakeProvider other = closing(new FakeProvider());
        provider.publish(rsaKey());
        // With the same name for its key.
        other.publish(FakeKey.OTHER_RSA.jwk("rsa", ""), FakeKey.P256.jwk("p256", ""));
        TokenVerifier verifier = verifier(Quick.once(oidc(), Quick.settings(other)));
        String others = claims("iss", '"' + other.issuer() + '"');

        accept(verifier, provided());
        accept(verifier, FakeKey.OTHER_RSA.token("RS256", "rsa", others));
        refuse(verifier, FakeKey.OTHER_RSA.token("RS256", "rsa", claims()), Reason.SIGNATURE);
        refuse(verifier, FakeKey.RSA.token("RS256", "rsa", others), Reason.SIGNATURE);
        refuse(verifier, FakeKey.P256.token("ES256", "p256", claims()), Reason.KEY);
        accept(verifier, FakeKey.P256.token("ES256", "p256", others));
    }

    @Test
    void oneIssuerForAProviderAndForUsIsRefusedAtTheStart() {
        TokenSettings same = new TokenSettings(provider.issuer(), "tenancy-api", Duration.ofHours(1), clock);
        OidcProviders providers = closing(Quick.once(oidc()));

        assertThatThrownBy(() -> new TokenVerifier(same, secretOnly, providers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(provider.issuer());
    }

    @Test
    void twoProvidersOfOneIssuerAreRefusedAtTheStart() {
        assertThatThrownBy(() -> Quick.once(oidc(), oidc()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"tenancy-api\"", "[\"tenancy-api\"]", "[\"account\",\"tenancy-api\"]", "[\"second\"]"})
    void oneOfTheAudiencesIsEnough(String aud) {
        accept(ofTwoAudiences(), provided("aud", aud));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"other\"", "[]", "[\"other\",\"account\"]", "\"\"", "\"tenancy-api \"", "\"TENANCY-API\""})
    void aTokenForAnotherService(String aud) {
        refuse(ofTwoAudiences(), provided("aud", aud), Reason.AUDIENCE);
    }

    @Test
    void anAudienceOfNoUse() {
        TokenVerifier verifier = ofTwoAudiences();
        for (String aud : new String[] {null, "7", "null", "{\"tenancy-api\":1}", "[\"tenancy-api\",7]"}) {
            refuse(verifier, provided("aud", aud), Reason.CLAIM);
        }
    }

    /** The audience of our own tokens is not a provider's. */
    @Test
    void theAudienceIsTheProvidersOwnSetting() {
        provider.publish(rsaKey());
        TokenVerifier verifier = verifier(Quick.once(new OidcSettings(provider.issuer(), Set.of("client"))));

        accept(verifier, provided("aud", "\"client\""));
        refuse(verifier, provided("aud", "\"tenancy-api\""), Reason.AUDIENCE);
    }

    private TokenVerifier ofTwoAudiences() {
        provider.publish(rsaKey());
        return verifier(Quick.once(new OidcSettings(provider.issuer(), Set.of("tenancy-api", "second"))));
    }
}
