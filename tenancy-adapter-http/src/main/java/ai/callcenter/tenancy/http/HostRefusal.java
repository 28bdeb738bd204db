package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.error.TenancyException;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A refusal of a use case that an application let pass instead of answering it.
 *
 * @param encodings what a filter before ours will do to any body
 */
record HostRefusal(HttpServletRequest request, HttpServletResponse response, List<String> encodings) {
    private static final String ENCODING = "Content-Encoding";

    /** What is told of a body, and would be wrong of another one; in lower case. */
    private static final Set<String> OF_THE_BODY = Set.of(
            "accept-ranges",
            "content-digest",
            "content-disposition",
            "content-encoding",
            "content-language",
            "content-length",
            "content-location",
            "content-md5",
            "content-range",
            "content-type",
            "digest",
            "etag",
            "expires",
            "last-modified",
            "repr-digest",
            "trailer",
            "transfer-encoding");

    /** For a response that the application has not seen yet. */
    static HostRefusal before(HttpServletRequest request, HttpServletResponse response) {
        return new HostRefusal(request, response, List.copyOf(response.getHeaders(ENCODING)));
    }

    /** Answers it; false where it is something else, or where the application's answer is on its way. */
    boolean answer(Exception thrown) {
        TenancyException refusal = refusal(thrown);
        if (refusal == null || response.isCommitted() || request.isAsyncStarted()) {
            return false;
        }
        Exchange exchange = Exchange.of(request);
        try {
            takeBack();
            Answer.of(Failures.problem(refusal, exchange), request.getRequestURI(), exchange)
                    .send(response, exchange);
            return true;
        } catch (IllegalStateException e) {
            // A wrapper of the host's will not be reset: the container makes an error of its exception.
            return false;
        }
    }

    /** The application's body and what it told of it; what it told of the request, as for CORS, stays. */
    private void takeBack() {
        Map<String, Collection<String>> told = new TreeMap<>();
        for (String name : response.getHeaderNames()) {
            told.put(name, new ArrayList<>(response.getHeaders(name)));
        }
        told.keySet().removeIf(name -> OF_THE_BODY.contains(name.toLowerCase(Locale.ROOT)));
        told.put(ENCODING, new ArrayList<>(encodings));
        response.reset(); // no header can be removed alone before Servlet 6.1
        told.forEach((name, values) -> {
            values.removeAll(response.getHeaders(name)); // a container keeps some itself
            values.forEach(value -> response.addHeader(name, value));
        });
    }

    /** Frameworks wrap what a handler throws, once. */
    private static @Nullable TenancyException refusal(Exception thrown) {
        if (thrown instanceof TenancyException refusal) {
            return refusal;
        }
        return thrown instanceof ServletException && thrown.getCause() instanceof TenancyException refusal
                ? refusal
                : null;
    }
}
