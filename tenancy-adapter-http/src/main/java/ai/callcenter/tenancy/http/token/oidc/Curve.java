package ai.callcenter.tenancy.http.token.oidc;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import org.jspecify.annotations.Nullable;

/** The curves of RFC 7518, section 6.2.1.1, each with its one algorithm (section 3.4). */
enum Curve {
    P256("P-256", "secp256r1", JwsAlgorithm.ES256),
    P384("P-384", "secp384r1", JwsAlgorithm.ES384),
    P521("P-521", "secp521r1", JwsAlgorithm.ES512);

    private final String crv;
    private final String jca;
    private final JwsAlgorithm algorithm;

    Curve(String crv, String jca, JwsAlgorithm algorithm) {
        this.crv = crv;
        this.jca = jca;
        this.algorithm = algorithm;
    }

    static @Nullable Curve named(@Nullable Object crv) {
        for (Curve curve : values()) {
            if (curve.crv.equals(crv)) {
                return curve;
            }
        }
        return null;
    }

    JwsAlgorithm algorithm() {
        return algorithm;
    }

    /** @throws IllegalArgumentException if the point is not on the curve */
    PublicKey key(BigInteger x, BigInteger y) throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(jca));
        ECParameterSpec spec = parameters.getParameterSpec(ECParameterSpec.class);
        BigInteger p = ((ECFieldFp) spec.getCurve().getField()).getP();
        // First, since the powers of a number that fills the whole document would take long.
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            throw new IllegalArgumentException("not a point of " + crv);
        }
        BigInteger right = x.pow(3)
                .add(spec.getCurve().getA().multiply(x))
                .add(spec.getCurve().getB())
                .mod(p);
        if (!y.pow(2).mod(p).equals(right)) {
            throw new IllegalArgumentException("not a point of " + crv);
        }
        return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), spec));
    }
}
