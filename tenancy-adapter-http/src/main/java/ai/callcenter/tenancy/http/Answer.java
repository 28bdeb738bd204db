package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer, complete before its first byte is sent. */
final class Answer {
    static final String JSON = "application/json";
    static final String CACHE_CONTROL = "Cache-Control";

    private static final Answer NO_CONTENT = new Answer(204, null, (Content) null, Map.of());

    private final int status;
    private final @Nullable String contentType;
    private final @Nullable Content body;
    private final Map<String, String> headers;

    Answer(int status, @Nullable String contentType, byte @Nullable [] body, Map<String, String> headers) {
        this(status, contentType, body == null ? null : Content.of(body), headers);
    }

    Answer(int status, @Nullable String contentType, @Nullable Content body, Map<String, String> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.headers = headers;
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

    /** Sends it whole; with the length known, head and body leave in one write. */
    void send(HttpServletResponse response, Exchange exchange) throws IOException {
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
        if (body != null) {
            response.setContentLength(body.length());
            body.writeTo(response.getOutputStream());
        }
    }
}
