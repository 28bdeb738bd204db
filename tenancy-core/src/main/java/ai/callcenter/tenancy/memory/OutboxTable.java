package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.event.Delivery;
import ai.callcenter.tenancy.event.SubscriptionName;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What waits for each subscription, in the order of the commits. */
final class OutboxTable {
    /**
     * One event that waits.
     *
     * @param since when it began to wait, in the nanoseconds of {@link System#nanoTime}
     * @param due before when it is not tried again, in the same
     */
    record Waiting(Delivery delivery, long since, long due) {
        TenantId tenant() {
            return delivery.event().tenantId();
        }

        boolean isDue() {
            return System.nanoTime() - due >= 0;
        }

        boolean is(Delivery other) {
            return delivery.position() == other.position();
        }
    }

    private final Map<SubscriptionName, List<Waiting>> queues;
    private long last;

    OutboxTable() {
        this(Map.of(), 0);
    }

    private OutboxTable(Map<SubscriptionName, List<Waiting>> queues, long last) {
        this.queues = new LinkedHashMap<>();
        queues.forEach((name, queue) -> this.queues.put(name, new ArrayList<>(queue)));
        this.last = last;
    }

    OutboxTable copy() {
        return new OutboxTable(queues, last);
    }

    boolean subscribe(SubscriptionName name) {
        return queues.putIfAbsent(name, new ArrayList<>()) == null;
    }

    boolean unsubscribe(SubscriptionName name) {
        return queues.remove(name) != null;
    }

    void add(TenancyEvent event) {
        long now = System.nanoTime();
        queues.values().forEach(queue -> queue.add(new Waiting(new Delivery(++last, 0, event), now, now)));
    }

    /** What waits for a subscription, nothing where there is none. */
    List<Waiting> of(SubscriptionName name) {
        return queues.getOrDefault(name, List.of());
    }

    /** The first of each tenant. */
    List<Waiting> heads(SubscriptionName name) {
        Map<TenantId, Waiting> heads = new LinkedHashMap<>();
        of(name).forEach(each -> heads.putIfAbsent(each.tenant(), each));
        return List.copyOf(heads.values());
    }

    boolean remove(SubscriptionName name, Predicate<Waiting> which) {
        return queues.containsKey(name) && queues.get(name).removeIf(which);
    }

    /** One more failure, and a pause. */
    boolean failed(SubscriptionName name, Delivery delivery, Duration pause) {
        List<Waiting> queue = queues.getOrDefault(name, List.of());
        boolean found = false;
        for (int i = 0; i < queue.size(); i++) {
            Waiting each = queue.get(i);
            if (each.is(delivery)) {
                Delivery again = new Delivery(delivery.position(), delivery.failures() + 1, delivery.event());
                queue.set(i, new Waiting(again, each.since(), System.nanoTime() + pause.toNanos()));
                found = true;
            }
        }
        return found;
    }
}
