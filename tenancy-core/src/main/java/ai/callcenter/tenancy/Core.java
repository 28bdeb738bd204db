package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.config.ConfigRule;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.SeatLimit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What every use case needs. */
record Core(
        TenancyStore store,
        Clock clock,
        Supplier<UUID> ids,
        SeatLimit defaultSeats,
        Duration sessionLength,
        Map<ConfigKey, ConfigRule> rules) {
    Core over(TenancyStore other) {
        return new Core(other, clock, ids, defaultSeats, sessionLength, rules);
    }

    /** Now, in the microseconds that PostgreSQL keeps: what is returned equals what is read later. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * An id for a user whom nobody knows yet. Random, not ordered by time like the others: who adds an e-mail is shown
     * the user's id, and must not read from it whether, and since when, there has been an account.
     */
    UserId userId() {
        return new UserId(UUID.randomUUID());
    }
}
