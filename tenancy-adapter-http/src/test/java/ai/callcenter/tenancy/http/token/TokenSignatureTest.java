package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Only the key of the token's own kind makes one, with the one algorithm of that key. */
class TokenSignatureTest extends TokenFixture {
    private final RsaKeys rsa = RsaKeys.ofPem(Forge.pem(Forge.RSA));
    private final TokenKeys rsaOnly = TokenKeys.of(null, rsa);
    private final TokenKeys both = TokenKeys.of(secret, rsa);

    private String issueIdentity(TokenKeys keys) {
        return new TokenIssuer(settings, keys)
                .issueIdentityToken("ana", "ana@acme.example", "Ana", Duration.ofDays(1))
                .token();
    }

    private String issueTenant(TokenKeys keys) {
        return new TokenIssuer(settings, keys)
                .issueTenantToken(USER, "ana@acme.example", TENANT, "member")
                .token();
    }

    @Test
    void everyBitCounts() {
        for (TokenKeys keys : new TokenKeys[] {secretOnly, rsaOnly}) {
            for (String token : new String[] {issueIdentity(keys), issueTenant(keys)}) {
                TokenVerifier verifier = new TokenVerifier(settings, keys);
                assertThat(verifier.verify(token)).isNotNull();
                for (int bit = 0; bit < token.length() * 8; bit++) {
                    StringBuilder flipped = new StringBuilder(token);
                    flipped.setCharAt(bit / 8, (char) (token.charAt(bit / 8) ^ (1 << bit % 8)));
                    assertThat(refusal(verifier, flipped.toString())).isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", "", "hs256", "HS384", "HS512", "RS256", "ES256"})
    void anotherAlgorithmIsRefused(String algorithm) {
        for (String header : new String[] {"{\"alg\":\"%s\"}", "{\"alg\":\"%s\",\"typ\":\"JWT\"}"}) {
            String signed = Forge.hs256(header.formatted(algorithm), json(identityClaims()));
            refused(signed, Reason.ALGORITHM);
            // Unsigned: without a signature it is not even well formed; with any text for one it is.
            String unsigned = signed.substring(0, signed.lastIndexOf('.') + 1);
            refused(unsigned, Reason.MALFORMED);
            refused(unsigned + "AAAA", Reason.ALGORITHM);
        }
    }

    @Test
    void aPublicKeyIsNoSecret() {
        byte[] der = Forge.RSA.getPublic().getEncoded();
        String pem = Forge.pem("PUBLIC KEY", der);
        String jwks = rsa.jwks().get();
        String jwk = jwks.substring(jwks.indexOf('[') + 1, jwks.lastIndexOf(']'));
        BigInteger modulus = ((RSAPublicKey) Forge.RSA.getPublic()).getModulus();
        for (byte[] secret : new byte[][] {
            der,
            pem.getBytes(UTF_8),
            pem.strip().getBytes(UTF_8),
            pem.replace("\n", "\r\n").getBytes(UTF_8),
            rsa.jwks().get().getBytes(UTF_8),
            jwk.getBytes(UTF_8),
            modulus.toByteArray(),
            Forge.encode(modulus.toByteArray()).getBytes(UTF_8),
            modulus.toString().getBytes(UTF_8),
            modulus.toString(16).getBytes(UTF_8)
        }) {
            String forged = Forge.hs256(
                    secret, HS.getBytes(UTF_8), json(identityClaims()).getBytes(UTF_8));
            assertThat(refusal(new TokenVerifier(settings, rsaOnly), forged).reason())
                    .isEqualTo(Reason.ALGORITHM);
            assertThat(refusal(new TokenVerifier(settings, both), forged).reason())
                    .isEqualTo(Reason.SIGNATURE);
            String claimsRs256 = Forge.hs256(
                    secret,
                    "{\"alg\":\"RS256\"}".getBytes(UTF_8),
                    json(identityClaims()).getBytes(UTF_8));
            assertThat(refusal(new TokenVerifier(settings, rsaOnly), claimsRs256)
                            .reason())
                    .isEqualTo(Reason.SIGNATURE);
        }
    }

    @Test
    void anotherSecretOrKeyIsRefused() {
        SharedSecret other = SharedSecret.of(Forge.SECRET + " ");
        refused(issueIdentity(TokenKeys.of(other, null)), Reason.SIGNATURE);
        String foreign = Forge.rs256(Forge.OTHER_RSA.getPrivate(), "{\"alg\":\"RS256\"}", json(identityClaims()));
        assertThat(refusal(new TokenVerifier(settings, rsaOnly), foreign).reason())
                .isEqualTo(Reason.SIGNATURE);
    }

    @Test
    void aSecretHasNoKeyId() {
        refused(Forge.hs256("{\"alg\":\"HS256\",\"kid\":\"1\"}", json(identityClaims())), Reason.KEY);
    }

    @Test
    void withASecretAloneItSignsEverything() {
        TokenVerifier verifier = new TokenVerifier(settings, secretOnly);
        assertThat(verifier.verify(issueIdentity(secretOnly))).isInstanceOf(IdentityToken.class);
        assertThat(verifier.verify(issueTenant(secretOnly))).isInstanceOf(TenantToken.class);
    }

    @Test
    void withRsaKeysAloneTheySignEverything() {
        TokenVerifier verifier = new TokenVerifier(settings, rsaOnly);
        assertThat(verifier.verify(issueIdentity(rsaOnly)))
                .isInstanceOfSatisfying(
                        IdentityToken.class,
                        token -> assertThat(token.emailVerified()).isTrue());
        assertThat(verifier.verify(issueTenant(rsaOnly))).isInstanceOf(TenantToken.class);
        assertThat(refusal(verifier, issueIdentity(secretOnly)).reason()).isEqualTo(Reason.ALGORITHM);
    }

    @Test
    void withBothEachHasItsOwnKindOfToken() {
        TokenVerifier verifier = new TokenVerifier(settings, both);
        assertThat(verifier.verify(issueIdentity(both))).isInstanceOf(IdentityToken.class);
        assertThat(verifier.verify(issueTenant(both))).isInstanceOf(TenantToken.class);
        assertThat(issueIdentity(both)).isEqualTo(issueIdentity(secretOnly));
        assertThat(verifier.verify(issueTenant(rsaOnly))).isInstanceOf(TenantToken.class);

        assertThat(refusal(verifier, issueTenant(secretOnly)).reason()).isEqualTo(Reason.ALGORITHM);
        assertThat(refusal(verifier, issueIdentity(rsaOnly)).reason()).isEqualTo(Reason.ALGORITHM);
    }
}
