package ai.callcenter.tenancy.scope;

import ai.callcenter.tenancy.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a thread's tenant is kept, and the one place that changes it. */
record Slot(ThreadLocal<TenantId> local, List<TenantHook> hooks) {
    @Nullable
    TenantId get() {
        return local.get();
    }

    /** Refuses where the thread works for another tenant. */
    void refuseOther(@Nullable TenantId tenant) {
        TenantId now = get();
        if (now != null && !now.equals(tenant)) {
            throw new IllegalStateException("this thread works for tenant " + now + ", and what it is to run is of "
                    + (tenant == null ? "none" : tenant) + ": let the outer work end first, or say override(tenant)"
                    + " where the change is meant");
        }
    }

    /** Runs for a tenant, or for none, and puts back what was there. */
    @SuppressWarnings("try") // A finally; but what a hook throws in it does not hide what the operation threw.
    <T extends @Nullable Object, X extends Throwable> T within(
            @Nullable TenantId tenant, TenantCarrier.Operation<T, X> operation) throws X {
        TenantId before = get();
        try (Last restored = () -> change(before)) {
            change(tenant);
            return operation.call();
        }
    }

    private void change(@Nullable TenantId tenant) {
        if (tenant == null) {
            local.remove();
        } else {
            local.set(tenant);
        }
        tell(tenant, 0);
    }

    /** Every hook, also where one before it fails. */
    @SuppressWarnings("try")
    private void tell(@Nullable TenantId tenant, int next) {
        if (next < hooks.size()) {
            try (Last others = () -> tell(tenant, next + 1)) {
                hooks.get(next).changed(tenant);
            }
        }
    }

    @FunctionalInterface
    private interface Last extends AutoCloseable {
        @Override
        void close();
    }
}
