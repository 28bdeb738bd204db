package ai.callcenter.tenancy.http.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Values as raw JSON, or as what only looks like it. */
final class JsonValues {
    private static final List<String> RAW = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-0.0",
            "-1",
            "1.0",
            "1.5",
            "1e2",
            "1E400",
            "-1e400",
            "1e-400",
            "1e2147483647",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9007199254740993",
            "9223372036854775808",
            "123456789012345678901234567890.123456789012345678901234567890",
            "[]",
            "{}",
            "[null]",
            "[[[[]]]]",
            "{\"\":{}}",
            "{\"a\":1,\"a\":2}",
            "{\"__proto__\":{\"a\":1}}",
            "{\"$ref\":\"#\"}",
            "{\"@class\":\"a.b.C\"}",
            "[\"a.b.C\",{}]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\u00e9\"",
            "\"\\/\"",
            // Not JSON at all.
            "NaN",
            "Infinity",
            "-Infinity",
            "01",
            "+1",
            ".5",
            "1.",
            "0x10",
            "1e",
            "'a'",
            "undefined",
            "\"\\x41\"",
            "\"\\u12\"",
            "\"\t\"",
            "\"",
            "[1,]",
            "{\"a\"}",
            "{a:1}",
            "/**/1",
            "//\n1",
            "",
            "nul",
            "tru e");

    private JsonValues() {}

    /** Something that this schema may or may not allow. */
    static String hostile(Dice dice, JsonNode schema) {
        List<String> bounds = bounds(schema);
        if (!bounds.isEmpty() && dice.percent(25)) {
            return dice.of(bounds);
        }
        return switch (dice.below(12)) {
            case 0, 1, 2, 3 -> dice.of(RAW);
            case 4 -> nested(dice.of("[", "{\"a\":"), dice.of(8, 62, 63, 64, 65, 500, 1_001, 5_000));
            case 5 -> quoted("x".repeat(dice.of(1_000, 16_383, 16_384, 20_000)));
            case 6 -> "1".repeat(dice.of(20, 300, 1_000, 1_001, 5_000));
            default -> quoted(Texts.any(dice));
        };
    }

    /** The lengths and numbers where a schema draws its line, and one beyond. */
    private static List<String> bounds(JsonNode schema) {
        List<String> bounds = new ArrayList<>();
        for (String name : new String[] {"minLength", "maxLength", "minimum", "maximum"}) {
            JsonNode bound = schema.path(name);
            for (int beyond = -1; bound.isNumber() && beyond <= 1; beyond++) {
                int number = bound.asInt() + beyond;
                bounds.add(
                        name.endsWith("Length") ? quoted("b".repeat(Math.max(0, number))) : Integer.toString(number));
            }
        }
        return bounds;
    }

    private static String nested(String open, int depth) {
        String close = open.equals("[") ? "]" : "}";
        return open.repeat(depth) + "1" + close.repeat(depth);
    }

    /** A JSON string; what is no text in UTF-8 is escaped. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
