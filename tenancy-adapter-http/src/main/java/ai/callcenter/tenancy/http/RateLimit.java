package ai.callcenter.tenancy.http;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests are taken in a period: that many at once, and then evenly as the period passes (a token bucket, so
 * up to twice as many meet in one period that begins with a rest).
 *
 * @param requests how many, 1 to {@value #MAX_REQUESTS}
 * @param per the period, whole seconds, from one second to a day
 */
public record RateLimit(long requests, Duration per) {
    /** The most requests. */
    public static final long MAX_REQUESTS = 1_000_000_000;

    /** The longest period. */
    public static final Duration MAX_PERIOD = Duration.ofDays(1);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,10})/(P[0-9A-Z]{1,20})");

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the wrong one
     */
    public RateLimit {
        if (requests < 1 || requests > MAX_REQUESTS) {
            throw new IllegalArgumentException("requests must be from 1 to " + MAX_REQUESTS);
        }
        if (per.getNano() != 0 || per.getSeconds() < 1 || per.compareTo(MAX_PERIOD) > 0) {
            throw new IllegalArgumentException("the period must be whole seconds, from PT1S to PT24H");
        }
    }

    /**
     * Reads {@code requests/period}, the period as an ISO 8601 duration: {@code 600/PT1M}.
     *
     * @throws IllegalArgumentException when it is written otherwise, or out of range
     */
    public static RateLimit parse(String text) {
        Matcher form = FORM.matcher(text);
        try {
            if (form.matches()) {
                return new RateLimit(Long.parseLong(form.group(1)), Duration.parse(form.group(2)));
            }
        } catch (DateTimeParseException e) {
            // Refused below, as any other text is.
        }
        throw new IllegalArgumentException("must be requests/period, such as 600/PT1M");
    }

    /** Whether it allows no more than another one: neither at once nor in the long run. */
    public boolean isAtMost(RateLimit other) {
        return requests <= other.requests && requests * other.per.getSeconds() <= other.requests * per.getSeconds();
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return requests + "/" + per;
    }
}
