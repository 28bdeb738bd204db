package ai.callcenter.tenancy.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that is written to a body as JSON. */
@FunctionalInterface
interface JsonBody {
    /** Reads and writes all JSON here; its buffers are shared, since a virtual thread serves one request alone. */
    JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    /** Writes this as one JSON value. */
    void writeTo(JsonGenerator out) throws IOException;

    /** This in UTF-8. */
    default byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
            writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** How many bytes were written so far. */
    static int length(JsonGenerator out) {
        ByteArrayOutputStream flushed = (ByteArrayOutputStream) out.getOutputTarget();
        return flushed.size() + out.getOutputBuffered();
    }

    /** Writes a member whose value is a text, or null. */
    static void text(JsonGenerator out, String name, @Nullable Object value) throws IOException {
        out.writeFieldName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value.toString());
        }
    }

    /** Writes a member whose value is a time: RFC 3339 in UTC. */
    static void time(JsonGenerator out, String name, Instant value) throws IOException {
        out.writeFieldName(name);
        out.writeString(value.toString());
    }

    /** Writes a member whose value is JSON already. */
    static void json(JsonGenerator out, String name, String json) throws IOException {
        out.writeFieldName(name);
        out.writeRawValue(json);
    }
}
