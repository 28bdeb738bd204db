package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.event.Delivery;
import ai.callcenter.tenancy.event.SubscriptionName;
import ai.callcenter.tenancy.store.Outbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Events in hand, and what has been done with them, which counts at the end. */
final class InMemoryBatch implements Outbox.Batch {
    private final SubscriptionName name;
    private final List<Delivery> deliveries;
    private final List<Consumer<OutboxTable>> outcomes = new ArrayList<>();

    InMemoryBatch(SubscriptionName name, List<Delivery> deliveries) {
        this.name = name;
        this.deliveries = deliveries;
    }

    @Override
    public List<Delivery> deliveries() {
        return deliveries;
    }

    @Override
    public void done(Delivery delivery) {
        outcomes.add(outbox -> outbox.remove(name, each -> each.is(delivery)));
    }

    @Override
    public void failed(Delivery delivery, Duration pause) {
        outcomes.add(outbox -> outbox.failed(name, delivery, pause));
    }

    void apply(OutboxTable outbox) {
        outcomes.forEach(outcome -> outcome.accept(outbox));
    }
}
