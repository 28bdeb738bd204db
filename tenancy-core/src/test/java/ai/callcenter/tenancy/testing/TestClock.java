package ai.callcenter.tenancy.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until it is set or moved; in UTC. Safe for use by many threads. */
public final class TestClock extends Clock {
    private volatile Instant now;

    private TestClock(Instant now) {
        this.now = now;
    }

    /** One that stands at the present, in whole seconds. */
    public static TestClock now() {
        return at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** One that stands at a moment. */
    public static TestClock at(Instant moment) {
        return new TestClock(moment);
    }

    /** Sets it. */
    public void set(Instant moment) {
        now = moment;
    }

    /** Moves it on, or back where the duration is negative. */
    public synchronized void move(Duration by) {
        now = now.plus(by);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same moments in another zone; a copy would not move along. */
    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a test's clock is in UTC; ask its instant() for another zone's time");
    }
}
