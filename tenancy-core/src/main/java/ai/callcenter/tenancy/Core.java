package ai.callcenter.tenancy;

import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.SeatLimit;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;

/** What every use case needs. */
record Core(TenancyStore store, Clock clock, Supplier<UUID> ids, SeatLimit defaultSeats) {
    /** Now, in the microseconds that PostgreSQL keeps: what is returned equals what is read later. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
