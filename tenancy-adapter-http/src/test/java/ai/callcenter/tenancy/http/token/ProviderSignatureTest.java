package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.FakeKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each algorithm of RFC 7518, section 3.1, that has key pairs: what it accepts, and that it accepts nothing else. */
class ProviderSignatureTest extends ProviderFixture {

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
    void verifiesAndSeesEveryChange(String alg) {
        FakeKey key = FakeKey.able(alg);
        TokenVerifier verifier = trusting(key.jwk("k", ",\"alg\":\"" + alg + "\""));
        String token = key.token(alg, "k", claims());
        byte[] signature = signature(token);

        assertThat(accept(verifier, token).subject()).isEqualTo("google|42");
        for (int i : new int[] {0, signature.length / 2 - 1, signature.length / 2, signature.length - 1}) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            refuse(verifier, with(token, changed), Reason.SIGNATURE);
        }
        String other = key.token(alg, "k", claims("sub", "\"google|43\""));
        refuse(verifier, with(other, signature), Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"})
    void aKeyWithoutAlgVerifiesWhatItsKindCan(String alg) {
        TokenVerifier verifier = trusting(FakeKey.able(alg).jwk("k", ""));

        accept(verifier, FakeKey.able(alg).token(alg, "k", claims()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256"})
    void anotherKeysSignature(String alg) {
        TokenVerifier verifier = trusting(FakeKey.RSA.jwk("k", ""));

        refuse(verifier, FakeKey.OTHER_RSA.token(alg, "k", claims()), Reason.SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "ES512"})
    void anEllipticSignatureHasOneLength(String alg) {
        FakeKey key = FakeKey.able(alg);
        TokenVerifier verifier = trusting(key.jwk("k", ""));
        String token = key.token(alg, "k", claims());
        byte[] signature = signature(token);
        int half = signature.length / 2;

        // R and S with a zero more in front of each: the same numbers.
        byte[] longer = new byte[signature.length + 2];
        System.arraycopy(signature, 0, longer, 1, half);
        System.arraycopy(signature, half, longer, half + 2, half);
        refuse(verifier, with(token, longer), Reason.SIGNATURE);
        refuse(verifier, with(token, Arrays.copyOf(signature, signature.length - 1)), Reason.SIGNATURE);
        refuse(verifier, with(token, Arrays.copyOf(signature, signature.length + 1)), Reason.SIGNATURE);
        refuse(verifier, with(token, new byte[1]), Reason.SIGNATURE);
        accept(verifier, token);
    }

    /** As a Java of 2022 accepted for any message (CVE-2022-21449). */
    @ParameterizedTest
    @ValueSource(strings = {"ES256", "ES384", "ES512"})
    void noughtIsNoSignature(String alg) {
        FakeKey key = FakeKey.able(alg);
        TokenVerifier verifier = trusting(key.jwk("k", ""));
        String token = key.token(alg, "k", claims());
        byte[] zeros = new byte[signature(token).length];

        refuse(verifier, with(token, zeros), Reason.SIGNATURE);
        byte[] halfZero = signature(token);
        Arrays.fill(halfZero, halfZero.length / 2, halfZero.length, (byte) 0);
        refuse(verifier, with(token, halfZero), Reason.SIGNATURE);
    }

    @Test
    void anRsaSignatureOfAnotherLength() {
        TokenVerifier verifier = trusting(FakeKey.RSA.jwk("k", ""));
        String token = FakeKey.RSA.token("RS256", "k", claims());
        byte[] signature = signature(token);

        refuse(verifier, with(token, Arrays.copyOf(signature, signature.length - 1)), Reason.SIGNATURE);
        refuse(verifier, with(token, Arrays.copyOf(signature, signature.length + 1)), Reason.SIGNATURE);
        refuse(verifier, token.substring(0, token.lastIndexOf('.') + 1), Reason.MALFORMED);
    }

    private static byte[] signature(String token) {
        return Base64.getUrlDecoder()
                .decode(token.substring(token.lastIndexOf('.') + 1).getBytes(UTF_8));
    }

    private static String with(String token, byte[] signature) {
        return token.substring(0, token.lastIndexOf('.') + 1) + FakeKey.encode(signature);
    }
}
