package ai.callcenter.tenancy.app.docs;

import java.util.List;
import java.util.Locale;

/**
 * One call that curl made, and the answer.
 *
 * @param status the status
 * @param method the method of the call
 * @param path the path of the call, without the query
 * @param headers the lines of the answer's head
 * @param body the answer's body
 */
record Answered(int status, String method, String path, List<String> headers, byte[] body) {
    private static final int FIRST_ERROR = 400;

    /** Whether the server refused. */
    boolean isError() {
        return status >= FIRST_ERROR;
    }

    /** Whether the body is JSON. */
    boolean isJson() {
        return body.length > 0
                && headers.stream()
                        .map(line -> line.toLowerCase(Locale.ROOT))
                        .anyMatch(line -> line.startsWith("content-type: application/") && line.contains("json"));
    }

    @Override
    public String toString() {
        return method + " " + path + " → " + status;
    }
}
