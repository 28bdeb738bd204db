package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How a service seals its contexts. */
record Sealing(SealKey key, Duration validity, Clock clock) {
    private static final Duration LEAST = Duration.ofSeconds(2);
    private static final Duration MOST = Duration.ofDays(1);

    Sealing {
        if (validity.compareTo(LEAST) < 0 || validity.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a seal is valid for 2 seconds to a day, not " + validity);
        }
    }

    String seal(TenantId tenant) {
        return key.seal(tenant, clock.instant().plus(validity));
    }

    /** When a seal that is made now had better be made again: a transaction may outlast it. */
    Instant renewal() {
        return clock.instant().plus(validity.dividedBy(2));
    }

    boolean due(Instant renewal) {
        return !clock.instant().isBefore(renewal);
    }
}
