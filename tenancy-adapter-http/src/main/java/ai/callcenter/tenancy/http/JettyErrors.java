package ai.callcenter.tenancy.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty refuses by itself, such as a bad URI, as a problem too. */
final class JettyErrors implements Request.Handler {
    private static final String UNREADABLE = "/badMessage";

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (request.getAttribute(ErrorHandler.ERROR_EXCEPTION) instanceof HttpException refusal) {
            status = refusal.getCode();
            // Jetty closes the connection and does not say so: the client would send its next request into nothing
            // (RFC 9112 section 9.6).
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
        }
        send(request, response, callback, problem(status));
        return true;
    }

    static void send(Request request, Response response, Callback callback, Problem problem) {
        Exchange exchange = exchange(request);
        exchange.problem(problem.code());
        byte[] body = problem.bytes(instance(request), exchange.requestId());
        HttpFields.Mutable headers = response.getHeaders();
        response.setStatus(problem.status());
        headers.put("X-Request-Id", exchange.requestId());
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        problem.headers().forEach(headers::put);
        headers.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    /** The path; of a request that Jetty could not read it has made one up. */
    private static String instance(Request request) {
        String path = request.getHttpURI().getPath();
        return path == null || !path.startsWith("/") || path.equals(UNREADABLE) ? "/" : path;
    }

    /** What is noted about a request that may not have reached a route. */
    static Exchange exchange(Request request) {
        if (request.getAttribute(Exchange.ATTRIBUTE) instanceof Exchange known) {
            return known;
        }
        Exchange made = new Exchange(request.getHeaders().get("X-Request-Id"));
        request.setAttribute(Exchange.ATTRIBUTE, made);
        return made;
    }

    /** Jetty's own words stay out: they name its classes. */
    static Problem problem(int status) {
        return switch (status) {
            case 400 -> of(400, "bad_request", "The request is not well-formed HTTP, or its URI is not.");
            case 404 -> of(404, "not_found", "There is nothing at this path.");
            case 405 -> of(405, "method_not_allowed", "This path does not take this method; see `Allow`.");
            case 408 -> of(408, "request_timeout", "The request did not arrive in time.");
            case 413 -> tooLarge(RequestBody.MAX_BYTES);
            case 414 -> of(414, "uri_too_long", "The URI is too long.");
            case 431 -> of(431, "headers_too_large", "The headers are too large.");
            case 505 -> of(505, "http_version_not_supported", "The server speaks HTTP/1.1.");
            case 503 -> new Problem(503, "unavailable", "The server is stopping or overloaded; try again.");
            default -> status < 500 ? of(status, "bad_request", "The request was refused.") : Problem.internal();
        };
    }

    /** @param max how many bytes the route takes */
    static Problem tooLarge(int max) {
        return of(413, "body_too_large", "A body has at most " + max + " bytes here.");
    }

    private static Problem of(int status, String code, String detail) {
        return new Problem(status, code, detail, List.of(), Map.of());
    }
}
