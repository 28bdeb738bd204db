package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens from any text with the JDK alone, so that what we refuse to make can be tried. */
public final class Forge {
    static final String SECRET = "a shared secret of the tests: 0123456789abcdef";
    static final KeyPair RSA = rsa(2048);
    static final KeyPair OTHER_RSA = rsa(2048);

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private Forge() {}

    static String hs256(String header, String payload) {
        return hs256(SECRET.getBytes(UTF_8), header.getBytes(UTF_8), payload.getBytes(UTF_8));
    }

    /** Signed with HMAC and SHA-256. */
    public static String hs256(byte[] secret, byte[] header, byte[] payload) {
        return hs256(secret, encode(header) + "." + encode(payload));
    }

    /** Signs the two parts as they are, well encoded or not. */
    static String hs256(byte[] secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return signed + "." + encode(mac.doFinal(signed.getBytes(ISO_8859_1)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String rs256(PrivateKey key, String header, String payload) {
        String signed = encode(header.getBytes(UTF_8)) + "." + encode(payload.getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + encode(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encode(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }

    static String pem(KeyPair... pairs) {
        StringBuilder pem = new StringBuilder();
        for (KeyPair pair : pairs) {
            pem.append(pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
        }
        return pem.toString();
    }

    static String pem(String label, byte[] der) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, base64, label);
    }

    static KeyPair rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
