package ai.callcenter.tenancy;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.Semaphore;

/** Rings where dispatchers of this process wait, so that they need not wait for their next look. */
final class Bell {
    private final Set<Semaphore> waiting = new CopyOnWriteArraySet<>();

    void ring() {
        for (Semaphore each : waiting) {
            if (each.availablePermits() == 0) {
                each.release();
            }
        }
    }

    /** Has one rung from now on. */
    void add(Semaphore one) {
        waiting.add(one);
    }

    void remove(Semaphore one) {
        waiting.remove(one);
    }
}
