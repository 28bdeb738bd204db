package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.TrustedProxies;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** How limits of rates are written. */
final class LimitFormats {
    private static final Pattern REDIS = Pattern.compile(
            "rediss?://([A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?(/[0-9]{0,4})?");

    private LimitFormats() {}

    static Optional<RateLimit> limit(String text) {
        try {
            return text.equals("off") ? Optional.empty() : Optional.of(RateLimit.parse(text));
        } catch (IllegalArgumentException e) {
            throw Formats.wrong("%s, or off; not \"%s\"".formatted(e.getMessage(), text));
        }
    }

    /** What it refuses may hold a password, and is not quoted. */
    static URI redis(String text) {
        if (text.contains("@")) {
            throw Formats.wrong("must not name a user or a password, which have settings of their own: "
                    + "TENANCY_REDIS_USER and TENANCY_REDIS_PASSWORD");
        }
        if (!REDIS.matcher(text).matches()) {
            throw Formats.wrong("must be the URL of a Redis: redis://host:port/database, or rediss:// for TLS");
        }
        return URI.create(text);
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
