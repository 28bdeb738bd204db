package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.TrustedProxies;
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
