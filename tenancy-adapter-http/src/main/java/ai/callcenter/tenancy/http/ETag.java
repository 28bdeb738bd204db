package ai.callcenter.tenancy.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The entity tag of a representation (RFC 9110 section 8.8.3): strong, and the same wherever its bytes are. */
final class ETag {
    private static final int HASH_BYTES = 8;

    /** Cloned and never fed: to look an algorithm up takes longer than to hash what is hashed here. */
    private static final MessageDigest SHA_256 = prototype();

    private ETag() {}

    private static MessageDigest prototype() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    static String of(byte[] representation) {
        return '"' + HexFormat.of().formatHex(sha256(representation), 0, HASH_BYTES) + '"';
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return ((MessageDigest) SHA_256.clone()).digest(bytes);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("every JDK's SHA-256 can be cloned", e);
        }
    }
}
