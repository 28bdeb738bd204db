package ai.callcenter.tenancy.http.token;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private keys in PEM, the textual encoding of RFC 7468. Text around the blocks is skipped. */
final class PemKeys {
    private static final String PKCS8 = "PRIVATE KEY";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final String MAKE_ONE =
            "make one: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out key.pem";

    private PemKeys() {}

    static List<RSAPrivateCrtKey> parse(String pem) {
        List<RSAPrivateCrtKey> keys = new ArrayList<>();
        Matcher block = BLOCK.matcher(pem);
        while (block.find()) {
            keys.add(key(keys.size() + 1, block.group(1), block.group(2)));
        }
        // A block with a typing error in its frame must not vanish, and the next key sign in its place.
        if (block.reset().replaceAll("").contains("-----")) {
            throw new IllegalArgumentException(
                    "a PEM block is damaged or has headers: each needs its BEGIN line, base64, its END line");
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is no PEM block \"PRIVATE KEY\"; " + MAKE_ONE);
        }
        return keys;
    }

    private static RSAPrivateCrtKey key(int number, String label, String base64) {
        if (!label.equals(PKCS8)) {
            throw new IllegalArgumentException(
                    "PEM block %d is \"%s\", wanted is \"PRIVATE KEY\" (PKCS#8, not encrypted); "
                                    .formatted(number, label)
                            + "convert it: openssl pkcs8 -topk8 -nocrypt -in key.pem -out new.pem");
        }
        try {
            byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
            if (KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der))
                    instanceof RSAPrivateCrtKey key) {
                return key;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: what a parser says about a private key stays out of logs.
        }
        throw new IllegalArgumentException(
                "PEM block %d is not a private RSA key in PKCS#8; ".formatted(number) + MAKE_ONE);
    }
}
