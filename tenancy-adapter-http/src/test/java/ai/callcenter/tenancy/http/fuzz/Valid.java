package ai.callcenter.tenancy.http.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/** Values that fit: by name where only the server's data tells what fits, else by schema. */
final class Valid {
    /** Some of the corpus that a name or a description may be, so that it is stored and read back. */
    private static final List<String> LINES = Texts.ALL.stream()
            .filter(text -> !text.isBlank() && text.chars().noneMatch(c -> c < 0xa0 && Character.isISOControl(c)))
            .filter(text -> text.chars().noneMatch(c -> c == 0x2028 || c == 0x2029 || Character.isSurrogate((char) c)))
            .toList();

    private String cursor = "AAAA";
    private String etag = "\"0123456789abcdef\"";

    /** Keeps what an answer brought, to be given back. */
    void learn(Wire.Response response) {
        if (!response.header("etag").isEmpty()) {
            etag = response.header("etag");
        }
        String text = response.text();
        int at = text.lastIndexOf("\"next_cursor\":\"");
        if (at >= 0) {
            int from = at + "\"next_cursor\":\"".length();
            cursor = text.substring(from, text.indexOf('"', from));
        }
    }

    /** A value of a body, as JSON. */
    String json(Dice dice, World world, String name, JsonNode schema) {
        return switch (name) {
            case "name", "description" ->
                JsonValues.quoted(dice.of(LINES) + dice.of("", " x", "y".repeat(dice.below(120))));
            case "domain" -> dice.percent(20) ? "null" : JsonValues.quoted(dice.hex() + ".Example");
            case "email", "owner_email" ->
                JsonValues.quoted(dice.percent(80) ? "f." + dice.hex() + "@people.example" : world.email());
            case "id" ->
                JsonValues.quoted(dice.percent(50) ? world.tenant() : new UUID(0, dice.below(1 << 30)).toString());
            case "metadata" ->
                dice.of(
                        "{}",
                        "null",
                        "{\"a\":null}",
                        "{\"a\":{\"b\":[1,2.50,\"\\u00e9\"]}}",
                        "{\"k\":" + number(dice) + "}");
            case "value" ->
                dice.of("null", "true", "\"\"", "[]", "{\"a\":[{}]}", number(dice), JsonValues.quoted(dice.of(LINES)));
            default -> bySchema(dice, schema);
        };
    }

    private static String number(Dice dice) {
        return dice.of("0", "-1", "1e2", "1.10", "0.1e-9", "12345678901234567890", "1E400", "-0.0");
    }

    private static String bySchema(Dice dice, JsonNode schema) {
        if (schema.has("enum")) {
            return schema.get("enum").get(dice.below(schema.get("enum").size())).toString();
        }
        return switch (schema.path("type").asText()) {
            case "integer" -> Integer.toString(schema.path("minimum").asInt(1) + dice.below(100));
            case "boolean" -> Boolean.toString(dice.percent(50));
            case "object" -> "{}";
            case "array" -> "[]";
            default -> JsonValues.quoted(dice.hex());
        };
    }

    /** A parameter's value, as plain text. */
    String text(Dice dice, World world, Spec.Parameter parameter, JsonNode schema) {
        return switch (parameter.name()) {
            case "id" ->
                dice.of(
                        world.tenant(),
                        world.tenant(),
                        world.tenant(),
                        world.tenant(),
                        world.tenant(),
                        world.tenant(),
                        world.foreign(),
                        "00000000-0000-4000-8000-000000000000");
            case "email" -> dice.of(world.email(), world.email(), "nobody@people.example", "a/b%c@people.example");
            case "key" -> "k" + dice.below(20);
            case "cursor" -> cursor;
            case "q" -> dice.of(LINES);
            case "file" -> dice.of("page.css", "page.js", "nope.js");
            case "path" -> dice.of("importmap.json", "lib/lit/index.js", "lib/../page.js", "nope/nope.js");
            case "If-Match", "If-None-Match" -> dice.of(etag, etag, "*", "\"x\", " + etag, "W/" + etag);
            default -> bySchema(dice, schema).replace("\"", "");
        };
    }
}
