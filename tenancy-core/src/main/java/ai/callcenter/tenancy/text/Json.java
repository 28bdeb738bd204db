package ai.callcenter.tenancy.text;

import ai.callcenter.tenancy.error.TenancyException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One JSON value as text (RFC 8259), well-formed by construction, kept as it was written. At most {@value #MAX_DEPTH}
 * arrays and objects deep, without NUL, which PostgreSQL cannot hold.
 *
 * @param text the JSON text
 */
public record Json(String text) {
    /** The deepest nesting. */
    public static final int MAX_DEPTH = 64;

    /** The empty object. */
    public static final Json EMPTY_OBJECT = new Json("{}");

    /**
     * Checks the text.
     *
     * @throws TenancyException {@code invalid_input} naming the first offending offset
     */
    public Json {
        new JsonSyntax(text).check();
    }

    /** A string value. */
    public static Json string(String value) {
        StringBuilder out = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return new Json(out.append('"').toString());
    }

    /** A number, or null for null. */
    public static Json number(@Nullable Number value) {
        return new Json(String.valueOf(value));
    }

    /** An object with the members in the map's order. */
    public static Json object(Map<String, Json> members) {
        return new Json(members.entrySet().stream()
                .map(e -> string(e.getKey()).text() + ":" + e.getValue().text())
                .collect(Collectors.joining(",", "{", "}")));
    }

    /**
     * This value, if it is at most so many bytes of UTF-8.
     *
     * @param what the value's name, for the message
     * @throws TenancyException {@code invalid_input}
     */
    public Json atMost(int bytes, String what) {
        if (text.length() > bytes || text.getBytes(StandardCharsets.UTF_8).length > bytes) {
            throw TenancyException.invalid(what + " must be at most " + bytes + " bytes of JSON");
        }
        return this;
    }

    /**
     * This value, if its arrays and objects are nested at most so deep.
     *
     * @param what the value's name, for the message
     * @throws TenancyException {@code invalid_input}
     */
    public Json atMostDeep(int levels, String what) {
        if (new JsonSyntax(text).check() > levels) {
            throw TenancyException.invalid(what + " must be nested at most " + levels + " deep");
        }
        return this;
    }

    /** Whether the value is an object. */
    public boolean isObject() {
        return text.stripLeading().startsWith("{");
    }
}
