package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.ErrorKind;
import ai.callcenter.tenancy.error.TenancyException;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An error as the client sees it (RFC 9457).
 *
 * @param status the status
 * @param code the stable name, for programs
 * @param detail a sentence for people: what is wrong and what to do
 * @param errors which parts of the input are wrong, where it is the input
 * @param headers the headers that belong to it
 */
record Problem(int status, String code, String detail, List<InputError> errors, Map<String, String> headers) {
    static final String CONTENT_TYPE = "application/problem+json";

    /** Names the kind of problem; not to be fetched, so that nothing depends on a server being up. */
    private static final String TYPE = "urn:tenancy:problem:";

    /** A short wait: what is away may be back any moment, and clients add their own back-off. */
    private static final Map<String, String> RETRY = Map.of("Retry-After", "1");

    private static final String CHALLENGE = "Bearer realm=\"tenancy\"";

    Problem(int status, String code, String detail) {
        this(status, code, detail, List.of(), status == 503 ? RETRY : Map.of());
    }

    /** Input that is malformed or breaks a rule. */
    static Problem invalid(List<InputError> errors) {
        String detail = errors.size() == 1
                ? errors.getFirst().toString()
                : "The input has " + errors.size() + " errors; see `errors`.";
        return new Problem(400, "invalid_input", detail, errors, Map.of());
    }

    static Problem internal() {
        return new Problem(500, "internal_error", "Something went wrong here; quote the request id to the operator.");
    }

    /** What a use case's refusal is in HTTP. */
    static Problem of(TenancyException refusal) {
        int status = status(refusal.code().kind());
        return status == 401
                ? unauthenticated(refusal.code().wire(), "invalid_token", refusal.detail())
                : new Problem(status, refusal.code().wire(), refusal.detail());
    }

    /**
     * Who calls is not known.
     *
     * @param error as in RFC 6750 section 3.1; null where the request has no credentials at all
     */
    static Problem unauthenticated(String code, @Nullable String error, String detail) {
        String challenge = error == null
                ? CHALLENGE
                : CHALLENGE + ", error=\"" + error + "\", error_description=\"" + detail + "\"";
        return new Problem(401, code, detail, List.of(), Map.of("WWW-Authenticate", challenge));
    }

    private static int status(ErrorKind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case PRECONDITION_FAILED -> 412;
            case UNAVAILABLE -> 503;
        };
    }

    /** The whole problem, for one request. */
    byte[] bytes(String instance, String requestId) {
        JsonBody body = out -> write(out, instance, requestId);
        return body.bytes();
    }

    private void write(JsonGenerator out, String instance, String requestId) throws IOException {
        out.writeStartObject();
        out.writeStringField("type", TYPE + code);
        out.writeStringField("title", title());
        out.writeNumberField("status", status);
        out.writeStringField("detail", detail);
        out.writeStringField("instance", instance);
        out.writeStringField("code", code);
        out.writeStringField("request_id", requestId);
        if (!errors.isEmpty()) {
            out.writeArrayFieldStart("errors");
            for (InputError error : errors) {
                error.writeTo(out);
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private String title() {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('_', ' ');
    }
}
