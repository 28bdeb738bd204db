package ai.callcenter.tenancy.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * What is wrong with one part of the input.
 *
 * @param in {@code pointer} for a part of the body, {@code parameter} for one of the path or the query
 * @param where a JSON Pointer (RFC 6901), or the parameter's name
 * @param message a sentence for people
 */
record InputError(String in, String where, String message) implements JsonBody {
    static InputError at(String pointer, String message) {
        return new InputError("pointer", pointer, message);
    }

    static InputError parameter(String name, String message) {
        return new InputError("parameter", name, message);
    }

    /** The pointer to a member of the object that another pointer points to. */
    static String pointer(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    @Override
    public void writeTo(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField(in, where);
        out.writeStringField("message", message);
        out.writeEndObject();
    }

    @Override
    public String toString() {
        return where.isEmpty() ? message : where + ": " + message;
    }
}
