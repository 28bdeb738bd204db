package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON objects of a token, and refuses what two readers could understand differently: a name twice (RFC 7519,
 * section 4), bytes that are not UTF-8, anything after the object.
 */
final class StrictJson {
    /** Stands for a value that no rule here has a use for: null, a fraction, an object. */
    private static final Object OTHER = new Object();

    private static final int MAX_DEPTH = 8;

    // Names come from strangers: none is interned, or kept in a table that all parsers share.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    /** A value that is a list of strings; an array with anything else in it is OTHER. */
    record Strings(List<String> values) {}

    private StrictJson() {}

    /**
     * The members of one JSON object: each a String, a Long, a Boolean, {@link Strings}, or something that is none of
     * these.
     *
     * @throws InvalidTokenException if it is not one JSON object in UTF-8
     */
    static Map<String, Object> object(byte[] json) {
        // Decoded here, since a parser of bytes guesses at UTF-16 and UTF-32, and lets bad UTF-8 pass.
        try (JsonParser parser = FACTORY.createParser(
                UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString())) {
            Map<String, Object> members = new HashMap<>();
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidTokenException(Reason.MALFORMED);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            if (parser.nextToken() != null) {
                throw new InvalidTokenException(Reason.MALFORMED);
            }
            return members;
        } catch (IOException e) {
            throw new InvalidTokenException(Reason.MALFORMED);
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getNumberType() == NumberType.BIG_INTEGER ? OTHER : parser.getLongValue();
            case START_ARRAY -> array(parser);
            default -> {
                parser.skipChildren();
                yield OTHER;
            }
        };
    }

    private static Object array(JsonParser parser) throws IOException {
        List<String> strings = new ArrayList<>(1);
        boolean onlyStrings = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                strings.add(parser.getText());
            } else {
                onlyStrings = false;
                parser.skipChildren();
            }
        }
        return onlyStrings ? new Strings(strings) : OTHER;
    }
}
