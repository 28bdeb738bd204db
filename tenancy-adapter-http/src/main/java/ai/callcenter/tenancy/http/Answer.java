package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer, complete before its first byte is sent. */
final class Answer {
    static final String JSON = "application/json";
    static final String CACHE_CONTROL = "Cache-Control";

    private static final Answer NO_CONTENT = new Answer(204, null, null, Map.of());

    private final int status;
    private final @Nullable String contentType;
    private final byte @Nullable [] body;
    private final Map<String, String> headers;
    private final boolean shared;

    Answer(int status, @Nullable String contentType, byte @Nullable [] body, Map<String, String> headers) {
        this(status, contentType, body, headers, false);
    }

    private Answer(
            int status,
            @Nullable String contentType,
            byte @Nullable [] body,
            Map<String, String> headers,
            boolean shared) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
        this.shared = shared;
    }

    /** With a body that all answers share: however long a client takes to take it, it costs nothing. */
    static Answer shared(String contentType, byte[] body, Map<String, String> headers) {
        return new Answer(200, contentType, body, headers, true);
    }

    static Answer ok(JsonBody body) {
        return new Answer(200, JSON, body.bytes(), Map.of());
    }

    static Answer noContent() {
        return NO_CONTENT;
    }

    static Answer of(Problem problem, String instance, Exchange exchange) {
        exchange.problem(problem.code());
        byte[] body = problem.bytes(instance, exchange.requestId());
        return new Answer(problem.status(), Problem.CONTENT_TYPE, body, problem.headers());
    }

    /** How much memory its body takes until its client has taken it; 0 where that is not worth counting. */
    int heldBytes() {
        return body == null || shared || body.length <= Bounds.SHORT ? 0 : body.length;
    }

    /** Sends it whole; with the length known, head and body leave in one write. */
    void send(HttpServletResponse response, Exchange exchange) {
        response.setStatus(status);
        response.setHeader("X-Request-Id", exchange.requestId());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (!headers.containsKey(CACHE_CONTROL)) {
            response.setHeader(CACHE_CONTROL, "no-store");
        }
        exchange.writeRateLimit(response);
        headers.forEach(response::setHeader);
        // Javalin has set one before it knew the body.
        response.setContentType(contentType);
        try {
            if (body == null) {
                // Else whatever a host has after its routes could still make another answer of it.
                response.flushBuffer();
            } else {
                response.setContentLength(body.length);
                response.getOutputStream().write(body);
            }
        } catch (IOException e) {
            // The connection is closed, whichever side did that: nobody is left to be told.
        }
    }
}
