package ai.callcenter.tenancy.http.token.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys of a set are taken; the others are passed over, and do not spoil the set. */
class JwkTest {

    private static @Nullable ProviderKey read(String jwk) throws ProviderException {
        return Jwk.read(JsonTree.object(jwk));
    }

    private static @Nullable ProviderKey rsa(String more) throws ProviderException {
        return read(FakeKey.RSA.jwk("k", more));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"use\":\"sig\"",
                ",\"key_ops\":[\"verify\"]",
                ",\"key_ops\":[\"sign\",\"verify\"],\"use\":\"sig\"",
                ",\"alg\":\"PS384\"",
                ",\"x5c\":[\"MIIB\"],\"x5t\":\"a\",\"ext\":true,\"oth\":{\"a\":null}"
            })
    void aKeyForSignatures(String more) throws ProviderException {
        assertThat(rsa(more)).isNotNull();
        assertThat(read(FakeKey.P256.jwk("k", more.replace("PS384", "ES256")))).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"use\":\"enc\"",
                ",\"use\":\"SIG\"",
                ",\"use\":1",
                ",\"key_ops\":[]",
                ",\"key_ops\":[\"encrypt\"]",
                ",\"key_ops\":\"verify\"",
                ",\"use\":\"sig\",\"key_ops\":[\"sign\"]",
                ",\"use\":\"enc\",\"key_ops\":[\"verify\"]",
                ",\"alg\":\"RSA-OAEP\"",
                ",\"alg\":\"HS256\"",
                ",\"alg\":\"none\"",
                ",\"alg\":\"ES384\"",
                ",\"alg\":null"
            })
    void aKeyForSomethingElse(String more) throws ProviderException {
        assertThat(rsa(more)).isNull();
        assertThat(read(FakeKey.P256.jwk("k", more))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"kty\":\"oct\",\"k\":\"c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IHNlYw\",\"alg\":\"HS256\"}",
                "{\"kty\":\"oct\",\"k\":\"c2VjcmV0\",\"alg\":\"RS256\",\"kid\":\"k\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}",
                "{\"kty\":\"RSA\"}",
                "{\"kty\":\"RSA\",\"n\":\"AQAB\",\"e\":\"AQAB\"}",
                "{\"kty\":\"RSA\",\"n\":\"\",\"e\":\"\"}",
                "{\"kty\":\"RSA\",\"n\":7,\"e\":\"AQAB\"}",
                "{\"kty\":\"EC\",\"crv\":\"secp256k1\",\"x\":\"AQ\",\"y\":\"AQ\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"*\",\"y\":\"AQ\"}",
                "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}",
                "{\"kty\":\"EC\",\"x\":\"AQ\",\"y\":\"AQ\"}"
            })
    void noKeyOfUse(String jwk) throws ProviderException {
        assertThat(read(jwk)).isNull();
    }

    @Test
    void aNameThatIsNoText() throws ProviderException {
        assertThat(read("{\"kid\":7," + FakeKey.RSA.numbers() + "}")).isNull();
        assertThat(read(FakeKey.RSA.jwk("k".repeat(256), ""))).isNull();
        assertThat(read(FakeKey.RSA.jwk("k".repeat(255), ""))).isNotNull();
        assertThat(read("{" + FakeKey.RSA.numbers() + "}")).isNotNull();
    }

    @Test
    void anRsaKeyThatIsTooWeak() throws ProviderException {
        BigInteger n = ((RSAPublicKey) FakeKey.RSA.pair().getPublic()).getModulus();
        BigInteger e = BigInteger.valueOf(65_537);

        assertThat(read(FakeKey.rsa(1024).jwk("k", ""))).isNull();
        assertThat(rsa(n, e)).isNotNull();
        assertThat(rsa(n, BigInteger.ONE))
                .as("every message would be its own signature")
                .isNull();
        assertThat(rsa(n, BigInteger.TWO)).isNull();
        assertThat(rsa(n, BigInteger.valueOf(65_536))).isNull();
        assertThat(rsa(n, BigInteger.ONE.shiftLeft(32).setBit(0))).isNull();
        assertThat(rsa(n.clearBit(0), e)).as("an even modulus").isNull();
        assertThat(rsa(BigInteger.ONE.shiftLeft(8192).setBit(0), e))
                .as("8193 bits")
                .isNull();
    }

    private static @Nullable ProviderKey rsa(BigInteger n, BigInteger e) throws ProviderException {
        return read("{\"kid\":\"k\"," + FakeKey.rsa(n, e) + "}");
    }

    @Test
    void aPointOffItsCurve() throws ProviderException {
        for (FakeKey key : new FakeKey[] {FakeKey.P256, FakeKey.P384, FakeKey.P521}) {
            ECPublicKey ec = (ECPublicKey) key.pair().getPublic();
            int bits = ec.getParams().getCurve().getField().getFieldSize();
            BigInteger x = ec.getW().getAffineX();
            BigInteger y = ec.getW().getAffineY();

            assertThat(point(bits, x, y)).isNotNull();
            assertThat(point(bits, x, y.flipBit(0))).isNull();
            assertThat(point(bits, y, x)).isNull();
            // The same point by another number: the field ends before.
            assertThat(point(bits, x.add(BigInteger.ONE.shiftLeft(bits)), y)).isNull();
        }
        assertThat(read(FakeKey.P256.jwk("k", "").replace("P-256", "P-384"))).isNull();
    }

    private static @Nullable ProviderKey point(int bits, BigInteger x, BigInteger y) throws ProviderException {
        int bytes = (bits + 7) / 8 + 1;
        return read("{\"kty\":\"EC\",\"crv\":\"P-%d\",\"x\":\"%s\",\"y\":\"%s\"}"
                .formatted(bits, FakeKey.number(x, bytes), FakeKey.number(y, bytes)));
    }
}
