package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests of a browser on this machine, as far as a server that listens on a loopback address can tell. */
final class SameMachine {
    /** Names that no resolver but this machine's decides on (RFC 6761, section 6.3), and addresses of the loopback. */
    private static final Pattern HOST = Pattern.compile(
            "(?:(?:[a-z0-9-]+\\.)*localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?",
            Pattern.CASE_INSENSITIVE);

    /** What proxies add; the last ones are of those that add nothing else. */
    private static final List<String> HANDED_ON = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Real-IP",
            "CF-Connecting-IP",
            "True-Client-IP");

    private SameMachine() {}

    /**
     * False for a name that somebody else may have led here (DNS rebinding), for what a proxy says that it hands on,
     * and for what a browser says comes from another site (Fetch Metadata). A proxy that says nothing is not found out.
     */
    static boolean made(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return isLoopback(request.getHeader("Host"))
                && HANDED_ON.stream().allMatch(name -> request.getHeader(name) == null)
                && (site == null || site.equals("same-origin"));
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && HOST.matcher(host).matches();
    }
}
