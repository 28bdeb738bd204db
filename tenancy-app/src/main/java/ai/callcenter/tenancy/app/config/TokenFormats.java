package ai.callcenter.tenancy.app.config;

import ai.callcenter.tenancy.http.token.RsaKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** How what concerns tokens is written; the bounds are the tokens' own. */
final class TokenFormats {
    private static final String ANY = "tenancy";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MIN_SESSION = Duration.ofMinutes(1);
    private static final Duration MAX_SESSION = Duration.ofDays(30);

    private TokenFormats() {}

    static String issuer(String text) {
        return new TokenSettings(text, ANY, HOUR, Clock.systemUTC()).issuer();
    }

    static String audience(String text) {
        return new TokenSettings(ANY, text, HOUR, Clock.systemUTC()).audience();
    }

    static Duration ttl(String text) {
        return new TokenSettings(ANY, ANY, duration(text), Clock.systemUTC()).ttl();
    }

    static Duration session(String text) {
        Duration length = duration(text);
        if (length.compareTo(MIN_SESSION) < 0 || length.compareTo(MAX_SESSION) > 0) {
            throw Formats.wrong("must be 1 minute (PT1M) to 30 days (P30D), not " + length);
        }
        return length;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw Formats.wrong("must be an ISO 8601 duration, not \"%s\"".formatted(text));
        }
    }

    static RsaKeys keyFile(String text) {
        Path file = Formats.path(text);
        try {
            return RsaKeys.read(file);
        } catch (IOException e) {
            throw Formats.wrong("cannot be read: " + file);
        }
    }
}
