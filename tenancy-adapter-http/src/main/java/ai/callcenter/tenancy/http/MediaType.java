package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request says that its body is, and whether that is taken: JSON in UTF-8, not compressed. */
final class MediaType {
    private MediaType() {}

    /** Refuses a body that says to be something else than these types. */
    static void require(HttpServletRequest request, Set<String> types) {
        String encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw refused("a Content-Encoding");
        }
        String given = given(request);
        if (given != null && !(types.contains(name(given)) && isUtf8(given))) {
            throw refused("another Content-Type");
        }
    }

    /** Refuses a body that does not say what it is. */
    static void requireGiven(HttpServletRequest request) {
        if (given(request) == null) {
            throw refused("no Content-Type");
        }
    }

    /** As it was sent: Jetty's own getter throws where it names a charset that the JDK does not know. */
    private static @Nullable String given(HttpServletRequest request) {
        return request.getHeader("Content-Type");
    }

    private static String name(String contentType) {
        int end = contentType.indexOf(';');
        return (end < 0 ? contentType : contentType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isUtf8(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("charset=")
                    && !parameter
                            .substring("charset=".length())
                            .replace("\"", "")
                            .equals("utf-8")) {
                return false;
            }
        }
        return true;
    }

    private static Refusal refused(String what) {
        String detail = "The request has " + what + "; send `Content-Type: application/json` in UTF-8, not compressed.";
        return new Refusal(new Problem(415, "unsupported_media_type", detail, List.of(), Map.of()));
    }
}
