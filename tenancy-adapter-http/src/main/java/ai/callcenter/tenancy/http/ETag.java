package ai.callcenter.tenancy.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The entity tag of a representation (RFC 9110 section 8.8.3): strong, and the same wherever its bytes are. */
final class ETag {
    private static final int HASH_BYTES = 8;

    private ETag() {}

    static String of(byte[] representation) {
        return '"' + HexFormat.of().formatHex(sha256(representation), 0, HASH_BYTES) + '"';
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
