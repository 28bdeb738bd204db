package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.page.Position;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A position in a list as opaque text, bound to the list that it came from: the hash in front covers both. It guards
 * against mix-ups, not against its own client, who sees only what the client may see whatever the position is.
 */
final class Cursor {
    private static final int HASH_BYTES = 12;

    /** Stands between key and tie; no text of the model contains it. */
    private static final char SEPARATOR = 0;

    private Cursor() {}

    static String encode(String list, Position position) {
        byte[] text = (position.key() + SEPARATOR + position.tie()).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = Arrays.copyOf(hash(list, text), HASH_BYTES + text.length);
        System.arraycopy(text, 0, bytes, HASH_BYTES, text.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * The position; null for a text that is not a cursor of this list.
     *
     * @throws TenancyException {@code invalid_input} for one that names what no list holds
     */
    static @Nullable Position decode(String list, String cursor) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            return null;
        }
        if (bytes.length < HASH_BYTES) {
            return null;
        }
        String text = new String(bytes, HASH_BYTES, bytes.length - HASH_BYTES, StandardCharsets.UTF_8);
        int separator = text.indexOf(SEPARATOR);
        if (separator < 0) {
            return null;
        }
        Position position = new Position(text.substring(0, separator), text.substring(separator + 1));
        // The one comparison that matters, and it refuses other spellings of the same bytes too.
        return encode(list, position).equals(cursor) ? position : null;
    }

    private static byte[] hash(String list, byte[] text) {
        byte[] name = (list + SEPARATOR).getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(name, name.length + text.length);
        System.arraycopy(text, 0, both, name.length, text.length);
        return ETag.sha256(both);
    }
}
