package ai.callcenter.tenancy.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Paths that a filter leaves alone, below the context path. Only a request that writes one of them exactly as it is
 * here counts: what a container would make of any other spelling does not matter then.
 */
record ExactPaths(Set<String> paths) {
    private static final Pattern PLAIN = Pattern.compile("/|(?:/[A-Za-z0-9_~-][A-Za-z0-9_.~-]*)+/?");

    ExactPaths {
        paths = Set.copyOf(paths);
        for (String path : paths) {
            if (!PLAIN.matcher(path).matches()) {
                throw new IllegalArgumentException("not a plain path: " + path
                        + "; write one whole path of letters, digits and ._~- such as /health, without wildcards");
            }
        }
    }

    /** What is forwarded to or included is on such a path because the application says so, not the client. */
    boolean contains(HttpServletRequest request) {
        DispatcherType type = request.getDispatcherType();
        if (paths.isEmpty() || (type != DispatcherType.REQUEST && type != DispatcherType.ASYNC)) {
            return false;
        }
        String context = request.getContextPath();
        String path = request.getRequestURI();
        return path.startsWith(context) && paths.contains(path.substring(context.length()));
    }
}
