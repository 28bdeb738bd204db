package ai.callcenter.tenancy.app.config;

import java.util.Set;

/**
 * How the server is reached.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 for any free one
 * @param corsOrigins the origins whose pages may call
 * @param requestLog whether each request is written to standard output
 */
public record HttpConfig(String host, int port, Set<String> corsOrigins, boolean requestLog) {
    static HttpConfig of(Values values) {
        Set<String> origins = values.find(Settings.CORS_ORIGINS);
        return new HttpConfig(
                values.get(Settings.HOST),
                values.get(Settings.PORT),
                origins == null ? Set.of() : Set.copyOf(origins),
                values.get(Settings.REQUEST_LOG) == Settings.Switch.ON);
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
