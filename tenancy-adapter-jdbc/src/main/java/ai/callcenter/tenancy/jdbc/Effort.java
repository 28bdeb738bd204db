package ai.callcenter.tenancy.jdbc;

import java.util.concurrent.atomic.LongAdder;

/** How often the database was asked, and how long that took. */
final class Effort {
    private final LongAdder roundTrips = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder reads = new LongAdder();
    private final LongAdder units = new LongAdder();

    void asked(long nanosTaken) {
        roundTrips.increment();
        nanos.add(nanosTaken);
    }

    void read() {
        reads.increment();
    }

    void unit() {
        units.increment();
    }

    long roundTrips() {
        return roundTrips.sum();
    }

    double nanos() {
        return nanos.sum();
    }

    double reads() {
        return reads.sum();
    }

    double units() {
        return units.sum();
    }
}
