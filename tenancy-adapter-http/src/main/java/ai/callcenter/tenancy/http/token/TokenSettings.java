package ai.callcenter.tenancy.http.token;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Clock;
import java.time.Duration;

/**
 * What every token of this service has in common.
 *
 * @param issuer the {@code iss} of every accepted and issued token: 1 to 255 characters
 * @param audience what {@code aud} must be or contain: 1 to 255 characters
 * @param ttl how long a tenant token lives: whole seconds, 1 minute to 24 hours
 * @param leeway how far in the future {@code iat} and {@code nbf} may lie, for issuers whose clock runs ahead: 0 to 2
 *     minutes. {@code exp} has none: a token ends at the second that its holder was told
 * @param clock the time
 */
public record TokenSettings(String issuer, String audience, Duration ttl, Duration leeway, Clock clock) {
    /** The leeway where none is given: 30 seconds. */
    public static final Duration DEFAULT_LEEWAY = Duration.ofSeconds(30);

    private static final Duration MIN_TTL = Duration.ofMinutes(1);
    private static final Duration MAX_TTL = TokenType.TENANT.maxLifetime();
    private static final Duration MAX_LEEWAY = Duration.ofMinutes(2);

    /**
     * Checks every bound.
     *
     * @throws IllegalArgumentException if a value is out of its bounds; the message names them
     */
    public TokenSettings {
        requireText("issuer", issuer);
        requireText("audience", audience);
        if (ttl.compareTo(MIN_TTL) < 0
                || ttl.compareTo(MAX_TTL) > 0
                || !ttl.truncatedTo(SECONDS).equals(ttl)) {
            throw new IllegalArgumentException(
                    "token ttl must be 1 minute (PT1M) to 24 hours (PT24H) in whole seconds, not " + ttl);
        }
        if (leeway.isNegative() || leeway.compareTo(MAX_LEEWAY) > 0) {
            throw new IllegalArgumentException("token leeway must be 0 to 2 minutes (PT2M), not " + leeway);
        }
    }

    /** With {@link #DEFAULT_LEEWAY}. */
    public TokenSettings(String issuer, String audience, Duration ttl, Clock clock) {
        this(issuer, audience, ttl, DEFAULT_LEEWAY, clock);
    }

    private static void requireText(String what, String text) {
        if (!TextClaim.ISS.allows(text) || text.isBlank()) {
            throw new IllegalArgumentException(
                    "token " + what + " must be 1 to 255 characters, without control characters");
        }
    }
}
