package ai.callcenter.tenancy.http.token.oidc;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One JSON Web Key (RFC 7517, section 4), read for the verification of signatures. */
final class Jwk {
    private static final int MIN_BITS = 2048;
    /** Beyond this a verification costs more than a stranger's token may. */
    private static final int MAX_BITS = 8192;

    private static final int MAX_ID = 255;
    private static final Set<JwsAlgorithm> RSA = EnumSet.range(JwsAlgorithm.RS256, JwsAlgorithm.PS512);

    private Jwk() {}

    /**
     * The key, or null where it is of no use here: of another kind, for encryption, too weak, damaged. A set may hold
     * such beside good ones (RFC 7517, section 5).
     */
    static @Nullable ProviderKey read(Map<?, ?> members) {
        Object kid = members.get("kid");
        if (!forSignatures(members) || (kid != null && !(kid instanceof String id && id.length() <= MAX_ID))) {
            return null;
        }
        try {
            Curve curve = Curve.named(members.get("crv"));
            if ("RSA".equals(members.get("kty"))) {
                return key(kid, members, RSA, rsa(number(members, "n"), number(members, "e")));
            }
            if ("EC".equals(members.get("kty")) && curve != null) {
                return key(
                        kid, members, Set.of(curve.algorithm()), curve.key(number(members, "x"), number(members, "y")));
            }
            return null;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return null;
        }
    }

    private static boolean forSignatures(Map<?, ?> members) {
        Object use = members.get("use");
        Object operations = members.get("key_ops");
        return (use == null || use.equals("sig"))
                && (operations == null || (operations instanceof List<?> list && list.contains("verify")));
    }

    /** {@code alg} narrows what the kind of key allows, and never widens it. */
    private static @Nullable ProviderKey key(
            @Nullable Object kid, Map<?, ?> members, Set<JwsAlgorithm> allowed, PublicKey key) {
        Object alg = members.get("alg");
        if (alg == null) {
            return new ProviderKey((String) kid, allowed, key);
        }
        JwsAlgorithm one = alg instanceof String name ? JwsAlgorithm.named(name) : null;
        return one != null && allowed.contains(one) ? new ProviderKey((String) kid, Set.of(one), key) : null;
    }

    private static PublicKey rsa(BigInteger modulus, BigInteger exponent) throws GeneralSecurityException {
        boolean sound = modulus.bitLength() >= MIN_BITS
                && modulus.bitLength() <= MAX_BITS
                && modulus.testBit(0)
                // With 1 every message would be its own signature.
                && exponent.compareTo(BigInteger.TWO) > 0
                && exponent.testBit(0)
                && exponent.bitLength() <= Integer.SIZE;
        if (!sound) {
            throw new IllegalArgumentException("not a sound RSA key");
        }
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    /** Base64urlUInt (RFC 7518, section 2). */
    private static BigInteger number(Map<?, ?> members, String name) {
        if (members.get(name) instanceof String text) {
            return new BigInteger(1, Base64.getUrlDecoder().decode(text));
        }
        throw new IllegalArgumentException(name + " is missing");
    }
}
