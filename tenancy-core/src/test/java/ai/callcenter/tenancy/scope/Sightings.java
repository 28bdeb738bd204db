package ai.callcenter.tenancy.scope;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.tenant.TenantId;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What tasks saw of a scope, in order.
 *
 * @param queue what is still to be looked at
 */
record Sightings(TenantScope scope, BlockingQueue<Optional<TenantId>> queue) {
    Sightings(TenantScope scope) {
        this(scope, new LinkedBlockingQueue<>());
    }

    /** The task. */
    void see() {
        queue.add(scope.find());
    }

    /** Waits for these, and there are no others. */
    void are(TenantId... tenants) throws InterruptedException {
        for (TenantId tenant : tenants) {
            assertThat(queue.poll(1, TimeUnit.MINUTES)).contains(tenant);
        }
        assertThat(queue).isEmpty();
    }
}
