package ai.callcenter.tenancy.http.token;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A token as it was sent, in JWS compact serialization (RFC 7515, section 7.1): taken apart strictly, nothing of it
 * believed yet.
 *
 * @param token the whole of it
 * @param header the names in its header
 * @param algorithm header {@code alg}
 * @param type header {@code typ}, null where absent
 * @param keyId header {@code kid}, null where absent
 * @param claims the payload
 */
record CompactJws(
        String token,
        Set<String> header,
        String algorithm,
        @Nullable String type,
        @Nullable String keyId,
        Claims claims) {
    /** Of tokens that are issued here, or with a key of ours. */
    static final int MAX_LENGTH = 4096;

    /** Of providers' tokens, which list roles and groups; with the other headers of a request it fits into 8 KiB. */
    static final int MAX_PROVIDER_LENGTH = 7168;

    /**
     * No other is understood, so {@code crit} must be refused (RFC 7515, section 4.1.11); a key that the token brings
     * along or points to is never worth a look (RFC 8725, section 3.10).
     */
    private static final Set<String> HEADER = Set.of("alg", "typ", "kid");

    /**
     * What must be understood and is not, and keys that the token brings along or points to. Whatever else a provider
     * writes is ignored (RFC 7515, section 4).
     */
    private static final Set<String> REFUSED_OF_PROVIDERS = Set.of("crit", "b64", "jwk", "jku", "x5u", "x5c");

    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static CompactJws parse(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (token.length() > MAX_PROVIDER_LENGTH || first < 0 || second < 0 || second == token.length() - 1) {
            throw new InvalidTokenException(Reason.MALFORMED);
        }
        Map<String, Object> header = StrictJson.object(decode(token.substring(0, first)));
        Map<String, Object> payload = StrictJson.object(decode(token.substring(first + 1, second)));
        decode(token.substring(second + 1));
        String algorithm = headerText(header, "alg");
        if (algorithm == null) {
            throw new InvalidTokenException(Reason.HEADER);
        }
        return new CompactJws(
                token,
                header.keySet(),
                algorithm,
                headerText(header, "typ"),
                headerText(header, "kid"),
                new Claims(payload));
    }

    /** Refuses what no token of ours has. */
    void requireOwnForm() {
        if (token.length() > MAX_LENGTH) {
            throw new InvalidTokenException(Reason.MALFORMED);
        }
        if (!HEADER.containsAll(header)) {
            throw new InvalidTokenException(Reason.HEADER);
        }
    }

    /** Refuses what no provider's token may have. */
    void requireProvidersForm() {
        if (!Collections.disjoint(REFUSED_OF_PROVIDERS, header)) {
            throw new InvalidTokenException(Reason.HEADER);
        }
    }

    /** The bytes that are signed (RFC 7515, section 5.2, step 8). */
    byte[] signed() {
        return token.substring(0, token.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] signature() {
        return decode(token.substring(token.lastIndexOf('.') + 1));
    }

    private static @Nullable String headerText(Map<String, Object> header, String name) {
        Object value = header.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw new InvalidTokenException(Reason.HEADER);
    }

    private static byte[] decode(String part) {
        try {
            byte[] bytes = DECODER.decode(part);
            // The decoder takes padding, and ignores the spare bits of the last character: several
            // spellings of one token, of which only this one is canonical.
            if (ENCODER.encodeToString(bytes).equals(part)) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw new InvalidTokenException(Reason.MALFORMED);
    }
}
