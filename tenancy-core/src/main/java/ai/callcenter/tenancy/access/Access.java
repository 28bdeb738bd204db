package ai.callcenter.tenancy.access;

import ai.callcenter.tenancy.tenant.Tenant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows about a caller and a tenant, read in the same transaction as the work that it decides about.
 *
 * @param tenant the tenant, deleted ones included; null when there is none with that id
 * @param member the caller's membership in it; null when the caller is not a member
 * @param signedOutAt when the caller last signed out everywhere; null for one who never did. Where there is no tenant,
 *     a store may leave it out
 */
public record Access(
        @Nullable Tenant tenant,
        @Nullable Member member,
        @Nullable Instant signedOutAt) {
    /**
     * What a membership says about the caller.
     *
     * @param email the caller's address
     * @param role what the caller may do
     * @param current whether the tenant is the caller's stored current one
     */
    public record Member(Email email, Role role, boolean current) {}

    /** The caller's role in the tenant; null when not a member. */
    public @Nullable Role role() {
        return member == null ? null : member.role();
    }
}
