package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The next key announced before use, the old one kept, and the key set that others verify by. */
class KeyRotationTest extends TokenFixture {
    private final TokenKeys oldAlone = keys(Forge.RSA);
    private final TokenKeys nextAnnounced = keys(Forge.RSA, Forge.OTHER_RSA);
    private final TokenKeys oldKept = keys(Forge.OTHER_RSA, Forge.RSA);
    private final TokenKeys nextAlone = keys(Forge.OTHER_RSA);

    private static TokenKeys keys(KeyPair... pairs) {
        return TokenKeys.of(null, RsaKeys.ofPem(Forge.pem(pairs)));
    }

    private String issue(TokenKeys keys) {
        return new TokenIssuer(settings, keys)
                .issueTenantToken(USER, "ana@acme.example", TENANT, "member")
                .token();
    }

    private void accepts(TokenKeys keys, String token) {
        assertThat(new TokenVerifier(settings, keys).verify(token)).isInstanceOf(TenantToken.class);
    }

    private void refuses(TokenKeys keys, String token) {
        assertThat(refusal(new TokenVerifier(settings, keys), token).reason()).isEqualTo(Reason.KEY);
    }

    @Test
    void noTokenIsRefusedWhileServersChangeOneByOne() {
        accepts(oldAlone, issue(nextAnnounced));
        accepts(nextAnnounced, issue(oldAlone));
        accepts(nextAnnounced, issue(oldKept));
        accepts(oldKept, issue(nextAnnounced));
        accepts(oldKept, issue(nextAlone));
        accepts(nextAlone, issue(oldKept));
    }

    @Test
    void aKeyThatWasNeverAnnouncedOrIsGoneIsNotKnown() {
        refuses(nextAlone, issue(oldAlone));
        refuses(oldAlone, issue(nextAlone));
    }

    @Test
    void theFirstKeySigns() {
        assertThat(keyId(nextAnnounced)).isEqualTo(keyId(oldAlone));
        assertThat(keyId(oldKept)).isEqualTo(keyId(nextAlone)).isNotEqualTo(keyId(oldAlone));
    }

    private String keyId(TokenKeys keys) {
        return JWT.decode(issue(keys)).getKeyId();
    }

    @Test
    void withoutKeyIdOnlyWhileThereIsOneKey() {
        String token = Forge.rs256(
                Forge.RSA.getPrivate(), "{\"alg\":\"RS256\",\"typ\":\"tenancy+jwt\"}", json(tenantClaims()));

        accepts(oldAlone, token);
        refuses(nextAnnounced, token);
    }

    @Test
    void aKeyIdIsNotTakenForAnotherKey() {
        String header = "{\"alg\":\"RS256\",\"typ\":\"tenancy+jwt\",\"kid\":\"%s\"}";
        String token = Forge.rs256(Forge.RSA.getPrivate(), header.formatted(keyId(nextAlone)), json(tenantClaims()));

        assertThat(refusal(new TokenVerifier(settings, oldKept), token).reason())
                .isEqualTo(Reason.SIGNATURE);
        for (String odd : new String[] {"", "../../dev/null", "' OR 1=1", keyId(oldAlone) + "="}) {
            refuses(oldAlone, Forge.rs256(Forge.RSA.getPrivate(), header.formatted(odd), json(tenantClaims())));
        }
    }

    @Test
    void othersVerifyByThePublishedKeySet() throws Exception {
        JsonNode set = new ObjectMapper().readTree(oldKept.jwks().orElseThrow());
        List<String> ids = new ArrayList<>();
        for (JsonNode jwk : set.get("keys")) {
            ids.add(jwk.get("kid").asText());
            assertThat(jwk.get("kty").asText()).isEqualTo("RSA");
            assertThat(jwk.get("use").asText()).isEqualTo("sig");
            assertThat(jwk.get("alg").asText()).isEqualTo("RS256");
            assertThat(jwk).as("no private part").hasSize(6);
        }
        assertThat(ids).containsExactly(keyId(nextAlone), keyId(oldAlone));

        for (TokenKeys keys : List.of(oldAlone, nextAlone)) {
            String token = issue(keys);
            JsonNode jwk = set.get("keys").get(ids.indexOf(keyId(keys)));
            RSAPublicKey key = (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(jwk, "n"), number(jwk, "e")));
            DecodedJWT jwt = JWT.require(Algorithm.RSA256(key, null))
                    .acceptLeeway(Duration.ofDays(36_500).toSeconds())
                    .build()
                    .verify(token);
            assertThat(jwt.getSubject()).isEqualTo(USER.toString());
        }
    }

    private static BigInteger number(JsonNode jwk, String name) {
        byte[] bytes = Base64.getUrlDecoder().decode(jwk.get(name).asText());
        assertThat(bytes[0]).as("no byte for the sign").isNotZero();
        return new BigInteger(1, bytes);
    }

    @Test
    void aSecretIsNotPublished() {
        assertThat(secretOnly.jwks()).isEmpty();
        assertThat(TokenKeys.of(secret, RsaKeys.ofPem(Forge.pem(Forge.RSA))).jwks())
                .isEqualTo(oldAlone.jwks());
    }
}
