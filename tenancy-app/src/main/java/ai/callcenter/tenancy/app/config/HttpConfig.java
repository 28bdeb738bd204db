package ai.callcenter.tenancy.app.config;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * How the server is reached.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free one
 * @param corsOrigins the origins whose pages may call
 * @param requestLog whether each request is written to standard output
 */
public record HttpConfig(String host, int port, Set<String> corsOrigins, boolean requestLog) {
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(?:\\.[0-9]{1,3}){3}|::1", Pattern.CASE_INSENSITIVE);

    static HttpConfig of(Values values) {
        Set<String> origins = values.find(Settings.CORS_ORIGINS);
        return new HttpConfig(
                values.get(Settings.HOST),
                values.get(Settings.PORT),
                origins == null ? Set.of() : Set.copyOf(origins),
                values.get(Settings.REQUEST_LOG) == Settings.Switch.ON);
    }

    /** Whether this machine alone reaches the server. */
    public boolean isLoopback() {
        return LOOPBACK.matcher(host).matches();
    }

    /**
     * The URL at which this machine reaches a server with these settings.
     *
     * @param actual the port that it listens on
     */
    public String localUrl(int actual) {
        String address = switch (host) {
            case "0.0.0.0" -> "127.0.0.1";
            case "::" -> "::1";
            default -> host;
        };
        return "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + actual;
    }
}
