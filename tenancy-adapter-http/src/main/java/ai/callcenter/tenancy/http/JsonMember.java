package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.text.Json;
import com.fasterxml.jackson.core.JsonToken;

/**
 * One value of a JSON object.
 *
 * @param token what it is; the first token of an object or an array
 * @param text the characters of a string, anything else as it was written, without white space
 */
record JsonMember(JsonToken token, String text) {
    boolean isNull() {
        return token == JsonToken.VALUE_NULL;
    }

    boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    /** The value as JSON. */
    String json() {
        return token == JsonToken.VALUE_STRING ? Json.string(text).text() : text;
    }
}
