package ai.callcenter.tenancy.http.token;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token, each in the type that it must have: a string is a string, and null is no way to leave an
 * optional one out.
 */
final class Claims {
    /** The last second of the year 9999, the end of what RFC 3339 can write. */
    private static final long MAX_NUMERIC_DATE = 253_402_300_799L;

    private final Map<String, Object> members;

    Claims(Map<String, Object> members) {
        this.members = members;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    String text(TextClaim claim) {
        return text(claim, claim.claim());
    }

    /** A claim of another name that has to keep the same bounds. */
    String text(TextClaim claim, String name) {
        if (members.get(name) instanceof String text && claim.allows(text)) {
            return text;
        }
        throw InvalidTokenException.claim(name);
    }

    /** The same where nothing depends on it: null for what is absent or of another kind. */
    @Nullable
    String textIfUsable(TextClaim claim, String name) {
        return members.get(name) instanceof String text && claim.allows(text) ? text : null;
    }

    /** Whether it says true; some providers write truth values as text. */
    boolean isTrue(String name) {
        Object value = members.get(name);
        return Boolean.TRUE.equals(value) || "true".equals(value);
    }

    /** Null where the claim is absent or empty. */
    @Nullable
    String textOrNull(TextClaim claim) {
        Object value = members.get(claim.claim());
        return value == null || value.equals("") ? null : text(claim);
    }

    /** An id in the one form in which it is issued: lower case, with hyphens. */
    UUID uuid(String name) {
        if (members.get(name) instanceof String text) {
            try {
                UUID id = UUID.fromString(text);
                if (id.toString().equals(text)) {
                    return id;
                }
            } catch (IllegalArgumentException e) {
                // Refused below, as any other text is.
            }
        }
        throw InvalidTokenException.claim(name);
    }

    boolean flagOrTrue(String name) {
        Object value = members.get(name);
        if (value == null) {
            return true;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw InvalidTokenException.claim(name);
    }

    /** A NumericDate (RFC 7519, section 2) in whole seconds since 1970, up to the year 9999. */
    long seconds(String name) {
        if (members.get(name) instanceof Long seconds && seconds >= 0 && seconds <= MAX_NUMERIC_DATE) {
            return seconds;
        }
        throw InvalidTokenException.claim(name);
    }

    /** {@code aud}: one string or an array of them (RFC 7519, section 4.1.3). */
    List<String> audience() {
        return switch (members.get("aud")) {
            case String one -> List.of(one);
            case StrictJson.Strings several -> several.values();
            case null, default -> throw InvalidTokenException.claim("aud");
        };
    }
}
