package ai.callcenter.tenancy.app.ui;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** The tokens of one provider, and the key that they are signed with. */
final class OidcTokens {
    /** Whom they say the person to be. */
    static final String EMAIL = "olga@oidc.example";

    private final KeyPair key;

    OidcTokens() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            key = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String issue(String issuer, String audience, String nonce) {
        Algorithm algorithm = Algorithm.RSA256((RSAPublicKey) key.getPublic(), (RSAPrivateKey) key.getPrivate());
        return JWT.create()
                .withKeyId("1")
                .withIssuer(issuer)
                .withSubject("olga")
                .withAudience(audience)
                .withIssuedAt(Instant.now())
                .withExpiresAt(Instant.now().plusSeconds(600))
                .withClaim("nonce", nonce)
                .withClaim("email", EMAIL)
                .withClaim("email_verified", true)
                .sign(algorithm);
    }

    /** The key set, in JSON. */
    String keys() {
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"1\",\"use\":\"sig\",\"alg\":\"RS256\",\"n\":\"%s\",\"e\":\"%s\"}]}"
                .formatted(unsigned(open.getModulus()), unsigned(open.getPublicExponent()));
    }

    /** The challenge to a verifier (RFC 7636, section 4.2). */
    static String challenge(String verifier) {
        try {
            byte[] text = verifier.getBytes(StandardCharsets.US_ASCII);
            return base64url(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64url(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
