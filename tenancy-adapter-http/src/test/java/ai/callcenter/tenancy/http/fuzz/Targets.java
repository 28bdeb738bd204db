package ai.callcenter.tenancy.http.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/** Request targets and methods: encoded well, and in the ways that servers have stumbled over. */
final class Targets {
    private Targets() {}

    /** A segment of a path. */
    static String segment(Dice dice, String value, int faults) {
        String encoded = encoded(value);
        if (!dice.percent(faults)) {
            return encoded.isEmpty() ? "%20" : encoded;
        }
        return switch (dice.below(6)) {
            case 0 -> encoded.replace("%", "%25");
            case 1 -> encoded + dice.of("%00", "%0a", "%2f", "%2F..", "%5c", "%25", "%", "%z", "%u0041", "%c0%ae");
            case 2 -> everyByte(value);
            case 3 -> latin(value).replaceAll("[\\x00-\\x20\\x7f]", "+");
            case 4 -> encoded + dice.of(";a=b", ";", "//", "/", "/.", "/..", "?", "#", "\\");
            default -> encoded.replace("%", "%2");
        };
    }

    /** Percent-encoded; a lone surrogate as the bytes that UTF-8 does not have. */
    static String encoded(String value) {
        StringBuilder encoded = new StringBuilder();
        value.codePoints()
                .forEach(point -> encoded.append(
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                                ? "%ED%A0%80"
                                : URLEncoder.encode(Character.toString(point), UTF_8)
                                        .replace("+", "%20")));
        return encoded.toString();
    }

    private static String everyByte(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : value.getBytes(UTF_8)) {
            encoded.append("%%%02x".formatted(one));
        }
        return encoded.toString();
    }

    /** The bytes of UTF-8, one character each, as they are put on the wire. */
    static String latin(String value) {
        return new String(value.getBytes(UTF_8), ISO_8859_1);
    }

    /** Another spelling of the path, or another path. */
    static String twisted(Dice dice, String target) {
        int at = target.indexOf('/', 1 + dice.below(Math.max(1, target.length() - 1)));
        int cut = at < 0 ? target.length() : at;
        String twist = dice.of(
                "/%2e%2e",
                "/..",
                "/.",
                "/%2e",
                "/",
                "/%2f",
                "%2f",
                "/%252e%252e",
                "/..;",
                "/;x",
                "/%00",
                "%00",
                "/\\..",
                "/%5c..",
                "/%c0%ae%c0%ae",
                "/%uff0e",
                "#",
                "?",
                "/*",
                "/~",
                "/%20",
                "\t",
                " ",
                "\u00e9",
                "/{id}");
        return dice.percent(10)
                ? dice.of(
                        target.toUpperCase(java.util.Locale.ROOT), "http://localhost" + target, "//" + target, "*", "x")
                : target.substring(0, cut) + twist + target.substring(cut);
    }

    static String method(Dice dice) {
        return dice.of(
                "HEAD",
                "OPTIONS",
                "TRACE",
                "PUT",
                "POST",
                "PATCH",
                "DELETE",
                "CONNECT",
                "PROPFIND",
                "get",
                "GeT",
                "QUERY",
                "BREW",
                "PRI",
                "X".repeat(300),
                "G\u00e9T",
                "GET,POST",
                "__");
    }
}
