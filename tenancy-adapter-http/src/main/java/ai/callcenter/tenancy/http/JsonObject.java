package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.text.Json;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads one JSON object strictly: no name twice, nothing behind it, no NUL and no half of a character, which no store
 * could keep. Numbers stay as they were written, so none is rounded.
 */
final class JsonObject {
    /** One more level than the core takes: its own refusal says in which field. */
    private static final JsonFactory FACTORY = JsonBody.FACTORY
            .rebuild()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Json.MAX_DEPTH + 3)
                    .build())
            .build();

    private JsonObject() {}

    /** The members, in their order. */
    static Map<String, JsonMember> parse(String json) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            try {
                return document(parser);
            } catch (JacksonException e) {
                throw malformed(parser, e);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, JsonMember> document(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Refusal.invalid(InputError.at("", "the body must be a JSON object"));
        }
        Map<String, JsonMember> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = text(parser);
            JsonToken token = parser.nextToken();
            if (members.putIfAbsent(name, new JsonMember(token, value(parser))) != null) {
                throw twice(parser);
            }
        }
        if (parser.nextToken() != null) {
            throw Refusal.invalid(InputError.at("", "there is something behind the JSON object"));
        }
        return members;
    }

    private static String value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> text(parser);
            case START_OBJECT, START_ARRAY -> {
                StringWriter text = new StringWriter();
                try (JsonGenerator out = FACTORY.createGenerator(text)) {
                    copy(parser, out);
                }
                yield text.toString();
            }
            default -> parser.getText();
        };
    }

    private static void copy(JsonParser parser, JsonGenerator out) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Set<String> names = new HashSet<>();
                out.writeStartObject();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String name = text(parser);
                    if (!names.add(name)) {
                        throw twice(parser);
                    }
                    out.writeFieldName(name);
                    parser.nextToken();
                    copy(parser, out);
                }
                out.writeEndObject();
            }
            case START_ARRAY -> {
                out.writeStartArray();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    copy(parser, out);
                }
                out.writeEndArray();
            }
            case VALUE_STRING -> out.writeString(text(parser));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> out.writeNumber(parser.getText());
            default -> out.writeRawValue(parser.getText());
        }
    }

    /** A name or a string. */
    private static String text(JsonParser parser) throws IOException {
        String text = parser.getText();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || (Character.isSurrogate(c) && !pair)) {
                String message = "the text has " + (c == 0 ? "a NUL" : "half of a surrogate pair");
                boolean name = parser.currentToken() == JsonToken.FIELD_NAME;
                // A name that cannot be written cannot be pointed to.
                var place = name ? parser.getParsingContext().getParent() : parser.getParsingContext();
                throw Refusal.invalid(InputError.at(place.pathAsPointer().toString(), message));
            }
            if (pair) {
                i++;
            }
        }
        return text;
    }

    private static Refusal twice(JsonParser parser) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        return Refusal.invalid(InputError.at(pointer, "the name is given twice"));
    }

    /** Jackson's own words stay out: they name its classes. */
    private static Refusal malformed(JsonParser parser, JacksonException e) {
        var at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
        return Refusal.invalid(InputError.at(
                "",
                "not well-formed JSON, or nested too deep, at line " + at.getLineNr() + ", column "
                        + at.getColumnNr()));
    }
}
