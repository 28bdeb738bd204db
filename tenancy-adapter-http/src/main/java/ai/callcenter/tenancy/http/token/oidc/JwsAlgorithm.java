package ai.callcenter.tenancy.http.token.oidc;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.jspecify.annotations.Nullable;

/** The signature algorithms with key pairs of RFC 7518, section 3.1. There is no HMAC here, and no {@code none}. */
enum JwsAlgorithm {
    RS256("SHA256withRSA", null, 0),
    RS384("SHA384withRSA", null, 0),
    RS512("SHA512withRSA", null, 0),
    PS256("RSASSA-PSS", pss("SHA-256", 32), 0),
    PS384("RSASSA-PSS", pss("SHA-384", 48), 0),
    PS512("RSASSA-PSS", pss("SHA-512", 64), 0),
    ES256("SHA256withECDSAinP1363Format", null, 64),
    ES384("SHA384withECDSAinP1363Format", null, 96),
    ES512("SHA512withECDSAinP1363Format", null, 132);

    private final String jca;
    private final @Nullable PSSParameterSpec parameters;
    /** Of a signature, where the algorithm fixes it (RFC 7518, section 3.4: R and S, each filled up); else 0. */
    private final int length;

    JwsAlgorithm(String jca, @Nullable PSSParameterSpec parameters, int length) {
        this.jca = jca;
        this.parameters = parameters;
        this.length = length;
    }

    /** RFC 7518, section 3.5: MGF1 with the same hash, and a salt of the hash's length. */
    private static PSSParameterSpec pss(String hash, int salt) {
        return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), salt, 1);
    }

    /** The one of this name, letter case included; null where there is none. */
    static @Nullable JwsAlgorithm named(String name) {
        for (JwsAlgorithm algorithm : values()) {
            if (algorithm.name().equals(name)) {
                return algorithm;
            }
        }
        return null;
    }

    boolean verify(PublicKey key, byte[] signed, byte[] signature) {
        if (length != 0 && signature.length != length) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(jca);
            if (parameters != null) {
                check.setParameter(parameters);
            }
            check.initVerify(key);
            check.update(signed);
            return check.verify(signature);
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("every JDK has " + this, e);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
