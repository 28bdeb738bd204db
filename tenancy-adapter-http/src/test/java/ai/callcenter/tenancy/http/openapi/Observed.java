package ai.callcenter.tenancy.http.openapi;

import java.util.List;
import java.util.Map;

/**
 * A request and its answer, as they went over the wire.
 *
 * @param target path and query
 * @param requestType the request's content type; empty where it has none
 * @param requestBody the request's body; empty where it has none
 * @param headers the answer's header fields by name in lower case
 * @param body the answer's body
 */
public record Observed(
        String method,
        String target,
        String requestType,
        String requestBody,
        int status,
        Map<String, List<String>> headers,
        String body) {
    /** The path as it was sent. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The query as it was sent; empty where there is none. */
    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    @Override
    public String toString() {
        return method + " " + target + " -> " + status + " " + body;
    }
}
