package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.TrustedProxies;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/** How limits of rates are written. */
final class LimitFormats {
    private LimitFormats() {}

    static Optional<RateLimit> limit(String text) {
        try {
            return text.equals("off") ? Optional.empty() : Optional.of(RateLimit.parse(text));
        } catch (IllegalArgumentException e) {
            throw Formats.wrong("%s, or off; not \"%s\"".formatted(e.getMessage(), text));
        }
    }

    static LimitConfig.Store store(String text) {
        return switch (text.strip()) {
            case "memory" -> new LimitConfig.Memory();
            case "postgresql" -> new LimitConfig.Postgresql();
            default -> redis(text.strip());
        };
    }

    /** Never quoted: it may hold a password. */
    private static LimitConfig.Store redis(String text) {
        try {
            URI uri = URI.create(text);
            boolean redis = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
            if (redis && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return new LimitConfig.Redis(uri);
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw Formats.wrong("must be memory, postgresql, or a URL redis://user:password@host:port/database");
    }

    static TrustedProxies proxies(String text) {
        try {
            return TrustedProxies.of(Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList());
        } catch (IllegalArgumentException e) {
            throw Formats.wrong("has " + e.getMessage());
        }
    }
}
