package ai.callcenter.tenancy.audit;

import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the trail, written in the transaction of the deed and never changed.
 *
 * @param id ordered by time of making (UUID version 7)
 * @param tenant the tenant it happened in; null for deeds outside of tenants, which only the operator of the database
 *     reads
 * @param at when
 * @param actor who
 * @param action what
 * @param subject to what: an e-mail, a configuration key, a tenant's id
 * @param before the changed fields as they were; null where there was nothing
 * @param after the changed fields as they are; null where there is nothing any more
 * @param requestId the request that did it
 */
public record AuditEntry(
        UUID id,
        @Nullable TenantId tenant,
        Instant at,
        Actor actor,
        AuditAction action,
        String subject,
        @Nullable Json before,
        @Nullable Json after,
        @Nullable String requestId) {}
