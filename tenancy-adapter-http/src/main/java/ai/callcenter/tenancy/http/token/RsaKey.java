package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTCreationException;
import com.auth0.jwt.exceptions.JWTVerificationException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * One RSA key pair for RS256.
 *
 * @param kid its JWK thumbprint (RFC 7638, SHA-256): whoever has the key comes to the same name
 */
record RsaKey(String kid, RSAPublicKey publicKey, Algorithm algorithm) {
    private static final int MIN_BITS = 2048;
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    /**
     * Names a key and tries it once.
     *
     * @throws IllegalArgumentException if it is shorter than 2048 bits (RFC 7518, section 3.3), or its parts do not
     *     belong together
     */
    static RsaKey of(RSAPrivateCrtKey privateKey) {
        int bits = privateKey.getModulus().bitLength();
        if (bits < MIN_BITS) {
            throw new IllegalArgumentException(
                    "the RSA key has %d bits, RS256 needs at least %d".formatted(bits, MIN_BITS));
        }
        RSAPublicKey publicKey = publicKey(privateKey);
        Algorithm algorithm = Algorithm.RSA256(publicKey, privateKey);
        try {
            // A damaged key can sign without an error; its tokens would be refused everywhere, later.
            algorithm.verify(JWT.decode(JWT.create().sign(algorithm)));
        } catch (JWTCreationException | JWTVerificationException e) {
            throw new IllegalArgumentException(
                    "the RSA key is damaged: its private and its public half do not belong together", e);
        }
        return new RsaKey(thumbprint(publicKey), publicKey, algorithm);
    }

    /** As a JSON Web Key (RFC 7517, section 4; RFC 7518, section 6.3.1). */
    String jwk() {
        return """
        {"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}""".formatted(kid, n(publicKey), e(publicKey));
    }

    static String thumbprint(RSAPublicKey key) {
        // RFC 7638, section 3: the required members alone, in this order, without white space.
        String canonical = """
        {"e":"%s","kty":"RSA","n":"%s"}""".formatted(e(key), n(key));
        try {
            return BASE64URL.encodeToString(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static RSAPublicKey publicKey(RSAPrivateCrtKey key) {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the RSA key has no valid public half", e);
        }
    }

    private static String n(RSAPublicKey key) {
        return unsigned(key.getModulus());
    }

    private static String e(RSAPublicKey key) {
        return unsigned(key.getPublicExponent());
    }

    /** Base64urlUInt of RFC 7518, section 2: no byte for the sign, which BigInteger adds. */
    private static String unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return BASE64URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
