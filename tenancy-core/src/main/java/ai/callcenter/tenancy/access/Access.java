package ai.callcenter.tenancy.access;

import ai.callcenter.tenancy.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * What the store knows about a caller and a tenant, read in the same transaction as the work that it decides about.
 *
 * @param tenant the tenant, deleted ones included; null when there is none with that id
 * @param caller the user; null when the caller is the application itself or unknown
 * @param role the user's role in the tenant; null when not a member
 */
public record Access(
        @Nullable Tenant tenant,
        @Nullable User caller,
        @Nullable Role role) {
    /** Whether the caller is an operator of the platform. */
    public boolean operator() {
        return caller != null && caller.platformAdmin();
    }
}
