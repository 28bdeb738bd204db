package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.FakeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the header of a provider's token may say, and how long the token may be. */
class ProviderHeaderTest extends ProviderFixture {
    private final TokenVerifier trusted = trusting(rsaKey());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"x5t\":\"dGh1bWI\"",
                "\"x5t\":\"a\",\"x5t#S256\":\"b\"",
                "\"nonce\":\"n\"",
                "\"pi.atm\":\"1\"",
                "\"zip\":\"DEF\"",
                "\"cty\":\"JWT\"",
                "\"alg \":\"none\""
            })
    void maySayMoreThanIsReadHere(String more) {
        accept(trusted, token("\"kid\":\"rsa\"," + more));
        refused(Forge.hs256("{\"alg\":\"HS256\"," + more + "}", json(identityClaims())), Reason.HEADER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jwk\":{\"kty\":\"RSA\"}",
                "\"jku\":\"https://attacker.example/keys\"",
                "\"x5u\":\"https://attacker.example/certificate\"",
                "\"x5c\":[\"MIIB\"]",
                "\"crit\":[\"b64\"]",
                "\"b64\":false"
            })
    void bringsNoKeyAlongAndAsksForNothingUnknown(String more) {
        refuse(trusted, token("\"kid\":\"rsa\"," + more), Reason.HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"kid\":7", "\"kid\":null", "\"kid\":[\"rsa\"]", "\"kid\":\"rsa\",\"typ\":1"})
    void namesAreText(String more) {
        refuse(trusted, token(more), Reason.HEADER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "jwt", "Jwt", "at+jwt", "AT+JWT", "application/at+jwt"})
    void aTypeOfIdAndAccessTokens(String typ) {
        accept(trusted, token("\"kid\":\"rsa\",\"typ\":\"" + typ + "\""));
    }

    @Test
    void withoutAType() {
        accept(trusted, token("\"kid\":\"rsa\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "logout+jwt",
                "application/jwt",
                "dpop+jwt",
                "secevent+jwt",
                "token-introspection+jwt",
                "entity-statement+jwt",
                "JOSE",
                "TENANCY+JWT",
                "at+jwt "
            })
    void aTypeOfOtherTokens(String typ) {
        refuse(trusted, token("\"kid\":\"rsa\",\"typ\":\"" + typ + "\""), Reason.TYPE);
    }

    /** Tenant tokens are ours alone, whoever a token says it comes from. */
    @Test
    void aProviderMakesNoTenantTokens() {
        String header = "{\"alg\":\"RS256\",\"kid\":\"rsa\",\"typ\":\"tenancy+jwt\"}";
        String claims = json(tenantClaims(), "iss", '"' + provider.issuer() + '"');

        refuse(trusted, FakeKey.RSA.signed("RS256", header, claims), Reason.ISSUER);
        refuse(trusted, Forge.hs256(HS_TENANT, claims), Reason.ISSUER);
    }

    @Test
    void withoutAKeyIdTheOnlyKeyCounts() {
        accept(trusted, FakeKey.RSA.signed("RS256", "{\"alg\":\"RS256\"}", claims()));

        TokenVerifier ofTwo = trusting(rsaKey(), FakeKey.OTHER_RSA.jwk("other", ""));
        refuse(ofTwo, FakeKey.RSA.signed("RS256", "{\"alg\":\"RS256\"}", claims()), Reason.KEY);
    }

    @Test
    void isSevenKibibytesLongAtMost() {
        String longest = ofLength(7168);

        accept(trusted, longest);
        refuse(trusted, ofLength(7169), Reason.MALFORMED);
    }

    /** Fills up to the very length; base64 has no length of the form 4n + 1, so the header gives a little too. */
    private String ofLength(int length) {
        for (String more : new String[] {"", ",\"x5t\":\"\"", ",\"x5t\":\"a\""}) {
            int pad = (length - token("\"kid\":\"rsa\"" + more).length()) * 3 / 4 - 16;
            for (int i = 0; i < 16; i++) {
                String claims = claims("pad", '"' + "p".repeat(pad + i) + '"');
                String token = FakeKey.RSA.signed("RS256", header("\"kid\":\"rsa\"" + more), claims);
                if (token.length() == length) {
                    return token;
                }
            }
        }
        throw new AssertionError("no token of length " + length);
    }

    @Test
    void anOwnTokenStaysWithinFour() {
        String fits = Forge.hs256(HS, json(identityClaims(), "pad", '"' + "p".repeat(2700) + '"'));
        String tooLong = Forge.hs256(HS, json(identityClaims(), "pad", '"' + "p".repeat(3000) + '"'));

        assertThat(fits.length()).isBetween(3800, 4096);
        assertThat(tooLong.length()).isBetween(4097, 4400);
        accept(trusted, fits);
        refuse(trusted, tooLong, Reason.MALFORMED);
    }

    private static String header(String more) {
        return "{\"alg\":\"RS256\"," + more + "}";
    }

    private String token(String more) {
        return FakeKey.RSA.signed("RS256", header(more), claims());
    }
}
