package ai.callcenter.tenancy.http.token.oidc;

import java.time.Duration;

/**
 * How often a provider is asked, and for how long an answer is waited for.
 *
 * @param gap the least time between two rounds, whatever asks for the second one
 * @param refresh the time between two rounds where nothing asks for one
 * @param connect for the connection
 * @param whole for one document, from the request to the last byte
 */
record Pace(Duration gap, Duration refresh, Duration connect, Duration whole) {
    static final Pace USUAL =
            new Pace(Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofSeconds(2), Duration.ofSeconds(5));

    /** The time to the next round after some that failed in a row: twice as long each time. */
    Duration backoff(int failures) {
        Duration longer = gap.multipliedBy(1L << Math.min(failures, 16));
        return longer.compareTo(refresh) < 0 ? longer : refresh;
    }
}
