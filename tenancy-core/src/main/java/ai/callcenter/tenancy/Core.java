package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.config.ConfigRule;
import ai.callcenter.tenancy.event.TenancyListener;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.store.Work;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every use case needs. */
record Core(
        TenancyStore store,
        Clock clock,
        Supplier<UUID> ids,
        SeatLimit defaultSeats,
        Duration sessionLength,
        Map<ConfigKey, ConfigRule> rules,
        List<TenancyListener> listeners,
        Bell bell) {
    Core over(TenancyStore other) {
        return new Core(other, clock, ids, defaultSeats, sessionLength, rules, listeners, bell);
    }

    /** One unit in a tenant; dispatchers of this process learn that it has committed. */
    <R, X extends Exception> R inTenant(TenantId tenant, @Nullable UserId caller, Work<? super TenantUnit, R, X> work)
            throws X {
        R result = store.inTenant(tenant, caller, work);
        bell.ring();
        return result;
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
