package ai.callcenter.tenancy.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a {@link TenancyServer}.
 *
 * @param host the address to listen on
 * @param port the port, 0 for any that is free
 * @param corsOrigins the origins (RFC 6454) of other sites whose pages may call, such as {@code https://app.example}
 * @param console the console to serve at {@code /}, with the web components at {@code /ui/}; null for neither
 */
public record ServerSettings(
        String host,
        int port,
        Set<String> corsOrigins,
        @Nullable ConsoleSettings console) {
    private static final int MAX_PORT = 65_535;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException for a port out of range, or what is not exactly one origin; the message says
     *     which
     */
    public ServerSettings {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port must be from 0 to " + MAX_PORT + ", not " + port);
        }
        corsOrigins = Set.copyOf(corsOrigins);
        corsOrigins.forEach(ServerSettings::requireOrigin);
    }

    /** Nobody else's pages may call, and there is no console. */
    public ServerSettings(String host, int port) {
        this(host, port, Set.of());
    }

    /** Without the console. */
    public ServerSettings(String host, int port, Set<String> corsOrigins) {
        this(host, port, corsOrigins, null);
    }

    /** Browsers send an origin in one form alone, and it is compared as text. */
    private static void requireOrigin(String text) {
        try {
            URI uri = URI.create(text);
            String scheme = uri.getScheme();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            boolean web = "https".equals(scheme) || "http".equals(scheme);
            boolean standardPort = uri.getPort() == ("https".equals(scheme) ? 443 : 80);
            if (web
                    && uri.getHost() != null
                    && !standardPort
                    && text.equals(scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port)) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Refused below, as any other text is.
        }
        throw new IllegalArgumentException("not an origin: " + text
                + "; write scheme, host in lower case and a port that is not the standard one, and nothing else:"
                + " https://app.example or http://localhost:3000");
    }
}
