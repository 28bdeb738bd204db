package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Requests of a browser on this machine, as far as a server that listens on a loopback address can tell. */
final class SameMachine {
    /** Names that no resolver but this machine's decides on (RFC 6761, section 6.3), and addresses of the loopback. */
    private static final Pattern HOST = Pattern.compile(
            "(?:(?:[a-z0-9-]+\\.)*localhost|127(?:\\.[0-9]{1,3}){3}|\\[::1])(?::[0-9]{1,5})?",
            Pattern.CASE_INSENSITIVE);

    private SameMachine() {}

    /**
     * False for a name that somebody else may have led here (DNS rebinding), and for what a proxy says that it hands
     * on.
     */
    static boolean made(HttpServletRequest request) {
        return isLoopback(request.getHeader("Host"))
                && request.getHeader("Forwarded") == null
                && request.getHeader("X-Forwarded-For") == null;
    }

    private static boolean isLoopback(@Nullable String host) {
        return host != null && HOST.matcher(host).matches();
    }
}
