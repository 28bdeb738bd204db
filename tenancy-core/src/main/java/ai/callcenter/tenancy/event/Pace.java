package ai.callcenter.tenancy.event;

import java.time.Duration;

/**
 * How a dispatcher works.
 *
 * @param batch the most events of one tenant that it takes in hand at once, from 1 to 1,000; after a crash so many may
 *     be delivered again
 * @param interval how often it looks for events of other processes; those of its own it learns at once
 * @param firstRetry the pause after an event's first failure, which doubles with each one
 * @param longestRetry the longest of these pauses
 */
public record Pace(int batch, Duration interval, Duration firstRetry, Duration longestRetry) {
    /** 100 events, a look every half second, pauses from 1 second to 5 minutes. */
    public static final Pace DEFAULT =
            new Pace(100, Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofMinutes(5));

    private static final int MOST = 1000;
    private static final int MOST_DOUBLINGS = 30;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the wrong one
     */
    public Pace {
        if (batch < 1 || batch > MOST) {
            throw new IllegalArgumentException("a batch is 1 to " + MOST + " events, not " + batch);
        }
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("the interval is more than nothing, not " + interval);
        }
        if (firstRetry.isNegative() || firstRetry.compareTo(longestRetry) > 0) {
            throw new IllegalArgumentException("the first pause is from nothing to the longest, not " + firstRetry);
        }
    }

    /** The same with other batches. */
    public Pace withBatch(int to) {
        return new Pace(to, interval, firstRetry, longestRetry);
    }

    /** The same with another interval. */
    public Pace withInterval(Duration to) {
        return new Pace(batch, to, firstRetry, longestRetry);
    }

    /** The same with other pauses. */
    public Pace withRetries(Duration first, Duration longest) {
        return new Pace(batch, interval, first, longest);
    }

    /** The pause after an event has failed once more. */
    public Duration pauseAfter(int failures) {
        Duration pause = firstRetry.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
    }
}
