package ai.callcenter.tenancy.scope;

import ai.callcenter.tenancy.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Is told, on the thread itself, which tenant the thread works for from now on: for what must show the same tenant,
 * such as a line of the log. It sets a state instead of counting entries and exits, so nesting needs no bookkeeping.
 */
@FunctionalInterface
public interface TenantHook {
    /**
     * The thread works for this tenant from now on. Called when a tenant's work begins, and again, with what was there
     * before, when it ends. Not called where {@link TenantScope#on} was given a thread-local and another library sets
     * it.
     *
     * <p>Whatever it throws reaches who runs the work. Thrown at the beginning, the work does not run; thrown at the
     * end, everything else has been put back by then. It never hides what the work itself threw.
     *
     * @param tenant the tenant, or {@code null} where the thread works for none
     */
    void changed(@Nullable TenantId tenant);
}
