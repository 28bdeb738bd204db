package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.FakeKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key says which algorithm counts, never the token (RFC 8725, section 3.1). */
class ProviderAlgorithmTest extends ProviderFixture {

    @ParameterizedTest
    @ValueSource(strings = {"PS256", "RS384", "RS512", "PS512"})
    void aKeyWithAnAlgHasNoOther(String alg) {
        TokenVerifier verifier = trusting(rsaKey());

        refuse(verifier, FakeKey.RSA.token(alg, "rsa", claims()), Reason.ALGORITHM);
        accept(verifier, provided());
    }

    @Test
    void aCurveHasOneAlgorithm() {
        TokenVerifier verifier = trusting(FakeKey.P256.jwk("p256", ""), FakeKey.P521.jwk("p521", ""));

        refuse(verifier, FakeKey.P256.token("ES384", "p256", claims()), Reason.ALGORITHM);
        refuse(verifier, FakeKey.P521.token("ES256", "p521", claims()), Reason.ALGORITHM);
        accept(verifier, FakeKey.P256.token("ES256", "p256", claims()));
    }

    @Test
    void aKeyOfAnotherKind() {
        TokenVerifier verifier = trusting(FakeKey.P256.jwk("p256", ""), rsaKey());

        refuse(verifier, FakeKey.RSA.token("RS256", "p256", claims()), Reason.ALGORITHM);
        refuse(verifier, FakeKey.P256.token("ES256", "rsa", claims()), Reason.ALGORITHM);
    }

    /** The public key is no secret: whoever takes it for one lets everybody sign. */
    @Test
    void aPublicKeyIsNoSharedSecret() {
        for (String more : new String[] {"", ",\"alg\":\"RS256\""}) {
            String jwk = FakeKey.RSA.jwk("rsa", more);
            TokenVerifier verifier = trusting(jwk);
            byte[] der = FakeKey.RSA.pair().getPublic().getEncoded();
            String pem = Forge.pem("PUBLIC KEY", der);
            for (byte[] secret : new byte[][] {
                der, pem.getBytes(UTF_8), pem.strip().getBytes(UTF_8), jwk.getBytes(UTF_8), "rsa".getBytes(UTF_8)
            }) {
                refuse(verifier, hmac(secret, "HS256"), Reason.ALGORITHM);
            }
        }
    }

    @Test
    void ourOwnSecretDoesNotSpeakForAProvider() {
        TokenVerifier verifier = trusting(rsaKey());

        refuse(verifier, hmac(Forge.SECRET.getBytes(UTF_8), "HS256"), Reason.ALGORITHM);
        refuse(verifier, Forge.hs256(HS, claims()), Reason.ALGORITHM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "", "rs256", "RS256 ", "RS1", "ES256K", "EdDSA", "HS512"})
    void whatIsNoAlgorithmHere(String alg) {
        TokenVerifier verifier = trusting(FakeKey.RSA.jwk("rsa", ""));
        String header = "{\"alg\":\"" + alg + "\",\"kid\":\"rsa\"}";
        String token = FakeKey.RSA.signed("RS256", header, claims());

        refuse(verifier, token, Reason.ALGORITHM);
        refuse(verifier, token.substring(0, token.lastIndexOf('.') + 1), Reason.MALFORMED);
        refuse(verifier, token.substring(0, token.lastIndexOf('.')), Reason.MALFORMED);
    }

    @Test
    void oneKeyForSeveralAlgorithmsIsPublishedSeveralTimes() {
        TokenVerifier verifier = trusting(rsaKey(), FakeKey.RSA.jwk("rsa", ",\"alg\":\"PS512\""));

        accept(verifier, FakeKey.RSA.token("RS256", "rsa", claims()));
        accept(verifier, FakeKey.RSA.token("PS512", "rsa", claims()));
        refuse(verifier, FakeKey.RSA.token("PS256", "rsa", claims()), Reason.ALGORITHM);
    }

    @Test
    void twoKeysOfOneNameAreBothTried() {
        TokenVerifier verifier = trusting(rsaKey(), FakeKey.OTHER_RSA.jwk("rsa", ""));

        accept(verifier, provided());
        accept(verifier, FakeKey.OTHER_RSA.token("RS256", "rsa", claims()));
    }

    private String hmac(byte[] secret, String alg) {
        return Forge.hs256(
                secret, ("{\"alg\":\"" + alg + "\",\"kid\":\"rsa\"}").getBytes(UTF_8), claims().getBytes(UTF_8));
    }
}
