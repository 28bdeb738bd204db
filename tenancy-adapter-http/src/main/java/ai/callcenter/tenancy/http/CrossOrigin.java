package ai.callcenter.tenancy.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * CORS (Fetch standard, section 3.3) with an exact list of origins. A page of any other site is refused before a route
 * runs: what it asked for does not happen, rather than happen unseen. Neither Javalin's plugin nor Jetty's handler does
 * that and lets a server's own pages through.
 */
final class CrossOrigin extends Handler.Wrapper {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String REQUEST_HEADERS = "Authorization, Content-Type, If-Match, If-None-Match, X-Request-Id";
    private static final String RESPONSE_HEADERS =
            "ETag, Location, RateLimit, RateLimit-Policy, Retry-After, WWW-Authenticate, X-Request-Id";
    private static final int MAX_AGE_SECONDS = 600;

    private final Set<String> origins;

    CrossOrigin(Set<String> origins) {
        this.origins = origins;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields.Mutable headers = response.getHeaders();
        List<String> given = request.getHeaders().getValuesList(HttpHeader.ORIGIN);
        if (!given.isEmpty() || !origins.isEmpty()) {
            headers.add(HttpHeader.VARY, "Origin");
        }
        if (given.isEmpty() || isOwn(given, request)) {
            return super.handle(request, response, callback);
        }
        if (UiResource.isFile(request.getHttpURI().getPath())) {
            // Public files, the same for everybody: a page that may not call is told so by what it loads, not by
            // silence.
            headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            return super.handle(request, response, callback);
        }
        if (given.size() > 1 || !origins.contains(given.getFirst())) {
            String detail = "Pages of this origin may not call; the operator would have to allow it.";
            Problem problem = new Problem(403, "origin_not_allowed", detail, List.of(), Map.of());
            JettyErrors.send(request, response, callback, problem);
            return true;
        }
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, given.getFirst());
        if (HttpMethod.OPTIONS.is(request.getMethod())
                && request.getHeaders().contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD)) {
            return preflight(request, response, callback);
        }
        headers.put(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        return super.handle(request, response, callback);
    }

    /** A browser sends its origin with some requests to its own server too. The scheme may have ended at a proxy. */
    private static boolean isOwn(List<String> given, Request request) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        String origin = given.getFirst();
        int authority = origin.indexOf("://");
        return given.size() == 1
                && host != null
                && authority >= 0
                && origin.substring(authority + 3).equalsIgnoreCase(host);
    }

    private static boolean preflight(Request request, Response response, Callback callback) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("X-Request-Id", JettyErrors.exchange(request).requestId());
        headers.put("X-Content-Type-Options", "nosniff");
        // For caches on the way; how long the browser keeps the permission is Max-Age's alone.
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
        headers.put(HttpHeader.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
        response.setStatus(HttpStatus.NO_CONTENT_204);
        callback.succeeded();
        return true;
    }
}
