package ai.callcenter.tenancy.event;

import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from.
 *
 * @param id the event's own; the same whenever it is delivered again
 * @param tenant the tenant it happened in
 * @param at when, by the clock of the {@code Tenancy}
 * @param actor who did it
 * @param requestId the request that did it; null where there was none
 */
public record Origin(
        UUID id,
        TenantId tenant,
        Instant at,
        Actor actor,
        @Nullable String requestId) {}
