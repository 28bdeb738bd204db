package ai.callcenter.tenancy.contract;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved; its nanoseconds are finer than what a store keeps. */
public final class MovingClock extends Clock {
    private volatile Instant now = Instant.parse("2026-11-23T06:09:00.123456789Z");

    /** Moves it on, or back. */
    public void move(Duration by) {
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

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("the core knows no zones");
    }
}
