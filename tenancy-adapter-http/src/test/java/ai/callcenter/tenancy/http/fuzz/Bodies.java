package ai.callcenter.tenancy.http.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Request bodies: an object of the schema with a fault or two, written down well or badly. */
final class Bodies {
    private final Spec spec;
    private final Valid valid;

    Bodies(Spec spec, Valid valid) {
        this.spec = spec;
        this.valid = valid;
    }

    byte[] body(Dice dice, World world, JsonNode schema) {
        List<String> members = new ArrayList<>();
        // Some are right in full, so that requests get further than the first check.
        int faults = dice.of(0, 0, 20, 60);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean required = schema.path("required").toString().contains('"' + property.getKey() + '"');
            if (required ? !dice.percent(faults / 10) : dice.percent(40)) {
                members.add(member(dice, world, property.getKey(), property.getValue(), faults));
            }
        }
        if (dice.percent(faults / 4)) {
            members.add(JsonValues.quoted(Texts.any(dice)) + ":1");
        }
        if (!members.isEmpty() && dice.percent(faults / 4)) {
            members.add(dice.of(members));
        }
        if (members.size() > 1 && dice.percent(20)) {
            Collections.swap(members, 0, members.size() - 1);
        }
        String json = "{" + String.join(dice.of(",", " ,\n\t", ","), members) + "}";
        return dice.percent(faults / 4) ? written(dice, json) : json.getBytes(UTF_8);
    }

    private String member(Dice dice, World world, String name, JsonNode property, int faults) {
        JsonNode schema = spec.resolved(property);
        String value = dice.percent(faults) ? JsonValues.hostile(dice, schema) : valid.json(dice, world, name, schema);
        return (dice.percent(5) ? "\"\\u%04x%s\"".formatted((int) name.charAt(0), name.substring(1)) : '"' + name + '"')
                + ":" + value;
    }

    /** In another encoding, with something before, after or in the middle, or not whole. */
    private static byte[] written(Dice dice, String json) {
        return switch (dice.below(16)) {
            case 0 -> joined(bytes(0xef, 0xbb, 0xbf), json.getBytes(UTF_8));
            case 1 -> json.getBytes(UTF_16LE);
            case 2 -> json.getBytes(UTF_16BE);
            case 3 -> joined(bytes(0xff, 0xfe), json.getBytes(UTF_16LE));
            case 4 -> json.getBytes(Charset.forName("UTF-32BE"));
            case 5 -> json.replace("}", ",\"name\":\"\u00e9\"}").getBytes(ISO_8859_1);
            case 6 -> inserted(dice, json, bytes(0xc0, 0xaf));
            case 7 -> inserted(dice, json, bytes(0xed, 0xa0, 0x80));
            case 8 -> inserted(dice, json, bytes(0xf4, 0x90, 0x80, 0x80));
            case 9 -> inserted(dice, json, bytes(dice.below(256)));
            case 10 -> (json + dice.of("{}", "x", "]", "\u0000", "\n\n", "null", ",")).getBytes(UTF_8);
            case 11 -> json.substring(0, dice.below(json.length() + 1)).getBytes(UTF_8);
            case 12 -> ("[" + json + "]").getBytes(UTF_8);
            case 13 ->
                dice.of("", "null", "[]", "\"\"", "1", " ", "{", "\u0000").getBytes(UTF_8);
            case 14 -> (json + " ".repeat(dice.of(65_000, 65_536 - json.length(), 65_537, 90_000))).getBytes(UTF_8);
            default -> (dice.of("[", "{\"a\":").repeat(dice.of(100, 1_100, 8_000))).getBytes(UTF_8);
        };
    }

    private static byte[] inserted(Dice dice, String json, byte[] bad) {
        byte[] good = json.getBytes(UTF_8);
        int at = dice.below(good.length);
        return joined(java.util.Arrays.copyOf(good, at), bad, java.util.Arrays.copyOfRange(good, at, good.length));
    }

    static byte[] joined(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
