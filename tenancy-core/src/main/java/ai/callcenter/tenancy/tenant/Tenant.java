package ai.callcenter.tenancy.tenant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the call-center company, as stored.
 *
 * @param id its identity
 * @param name what people call it
 * @param domain its host name, unique among tenants that are not deleted
 * @param description a text about it
 * @param maxUsers its seats
 * @param userCount how many of them are taken; kept by the store
 * @param status whether it may be entered
 * @param metadata what the application keeps about it
 * @param createdAt when it was made
 * @param updatedAt when a use case last changed it; the user count does not count as a change
 */
public record Tenant(
        TenantId id,
        TenantName name,
        @Nullable Domain domain,
        @Nullable Description description,
        SeatLimit maxUsers,
        int userCount,
        TenantStatus status,
        Metadata metadata,
        Instant createdAt,
        Instant updatedAt) {

    /** This tenant with a patch applied. */
    public Tenant with(TenantPatch patch, Instant at) {
        return new Tenant(
                id,
                patch.name().orElse(name),
                patch.domain().orElse(domain),
                patch.description().orElse(description),
                patch.maxUsers().orElse(maxUsers),
                userCount,
                patch.status().orElse(status),
                patch.metadata().orElse(metadata),
                createdAt,
                at);
    }

    /** This tenant, deleted: its domain is free for others from now on. */
    public Tenant deleted(Instant at) {
        return new Tenant(
                id, name, domain, description, maxUsers, userCount, TenantStatus.DELETED, metadata, createdAt, at);
    }
}
