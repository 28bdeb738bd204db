package ai.callcenter.tenancy.http.token.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;

/** A key pair of a provider, with the JDK alone. */
public record FakeKey(KeyPair pair) {
    public static final FakeKey RSA = rsa(2048);
    public static final FakeKey OTHER_RSA = rsa(2048);
    public static final FakeKey P256 = ec("secp256r1");
    public static final FakeKey P384 = ec("secp384r1");
    public static final FakeKey P521 = ec("secp521r1");

    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    public static FakeKey rsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return new FakeKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FakeKey ec(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return new FakeKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that can sign with this algorithm. */
    public static FakeKey able(String alg) {
        return switch (alg) {
            case "ES256" -> P256;
            case "ES384" -> P384;
            case "ES512" -> P521;
            default -> RSA;
        };
    }

    /** The public key under a name; {@code more} are further members, each with a comma in front. */
    public String jwk(String kid, String more) {
        return "{\"kid\":\"" + kid + "\"," + numbers() + more + "}";
    }

    /** The members without which it is no key. */
    public String numbers() {
        if (pair.getPublic() instanceof RSAPublicKey rsa) {
            return rsa(rsa.getModulus(), rsa.getPublicExponent());
        }
        ECPublicKey ec = (ECPublicKey) pair.getPublic();
        int bits = ec.getParams().getCurve().getField().getFieldSize();
        int bytes = (bits + 7) / 8;
        return "\"kty\":\"EC\",\"crv\":\"P-%d\",\"x\":\"%s\",\"y\":\"%s\""
                .formatted(
                        bits,
                        number(ec.getW().getAffineX(), bytes),
                        number(ec.getW().getAffineY(), bytes));
    }

    static String rsa(BigInteger modulus, BigInteger exponent) {
        return "\"kty\":\"RSA\",\"n\":\"%s\",\"e\":\"%s\""
                .formatted(
                        number(modulus, (modulus.bitLength() + 7) / 8),
                        number(exponent, (exponent.bitLength() + 7) / 8));
    }

    /** Base64url of a number, filled up to a length. */
    static String number(BigInteger number, int bytes) {
        byte[] signed = number.toByteArray();
        byte[] filled = new byte[bytes];
        int length = Math.min(signed.length, bytes);
        System.arraycopy(signed, signed.length - length, filled, bytes - length, length);
        return BASE64URL.encodeToString(filled);
    }

    /** A token with the header {@code alg} and {@code kid} alone. */
    public String token(String alg, String kid, String claims) {
        return signed(alg, "{\"alg\":\"" + alg + "\",\"kid\":\"" + kid + "\"}", claims);
    }

    /** Signs with an algorithm, whatever the header says. */
    public String signed(String alg, String header, String claims) {
        String signed = encode(header.getBytes(UTF_8)) + "." + encode(claims.getBytes(UTF_8));
        return signed + "." + encode(signature(alg, signed.getBytes(UTF_8)));
    }

    public byte[] signature(String alg, byte[] signed) {
        String hash = alg.substring(2);
        try {
            Signature signature = switch (alg.substring(0, 2)) {
                case "RS" -> Signature.getInstance("SHA" + hash + "withRSA");
                case "PS" -> Signature.getInstance("RSASSA-PSS");
                default -> Signature.getInstance("SHA" + hash + "withECDSAinP1363Format");
            };
            if (alg.startsWith("PS")) {
                String name = "SHA-" + hash;
                int salt = Integer.parseInt(hash) / 8;
                signature.setParameter(new PSSParameterSpec(name, "MGF1", new MGF1ParameterSpec(name), salt, 1));
            }
            signature.initSign(pair.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String encode(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }
}
