package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.Backlog;
import ai.callcenter.tenancy.event.Backlog.Stuck;
import ai.callcenter.tenancy.event.Delivery;
import ai.callcenter.tenancy.event.SubscriptionName;
import ai.callcenter.tenancy.memory.OutboxTable.Waiting;
import ai.callcenter.tenancy.store.Outbox;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** The outbox in memory. What is in hand is not in the data: no unit sees it, and no rollback brings it back. */
final class InMemoryOutbox implements Outbox {
    private record InHand(SubscriptionName name, TenantId tenant) {}

    private final InMemoryStore store;
    private final Set<InHand> hands = new HashSet<>(); // used inside changes alone, one of which runs at a time

    InMemoryOutbox(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void subscribe(SubscriptionName name) {
        store.change(data -> data.outbox.subscribe(name));
    }

    @Override
    public void unsubscribe(SubscriptionName name) {
        store.change(data -> {
            if (hands.stream().anyMatch(hand -> hand.name().equals(name))) {
                throw new TenancyException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "A dispatcher of " + name + " has an event in hand; close it first.");
            }
            return data.outbox.unsubscribe(name);
        });
    }

    @Override
    public boolean claim(SubscriptionName name, int most, Work work) {
        List<Delivery> taken = store.change(data -> take(data.outbox, name, most));
        if (taken.isEmpty()) {
            return false;
        }
        InMemoryBatch batch = new InMemoryBatch(name, taken);
        Consumer<OutboxTable> nothing = outbox -> {};
        Consumer<OutboxTable> outcome = nothing;
        try {
            work.with(batch);
            outcome = batch::apply;
        } finally {
            finish(new InHand(name, taken.getFirst().event().tenantId()), outcome);
        }
        return true;
    }

    private List<Delivery> take(OutboxTable outbox, SubscriptionName name, int most) {
        for (Waiting head : outbox.heads(name)) {
            if (head.isDue() && hands.add(new InHand(name, head.tenant()))) {
                return outbox.of(name).stream()
                        .filter(each -> each.tenant().equals(head.tenant()))
                        .limit(most)
                        .map(Waiting::delivery)
                        .toList();
            }
        }
        return List.of();
    }

    private void finish(InHand hand, Consumer<OutboxTable> outcome) {
        store.change(data -> {
            outcome.accept(data.outbox);
            return hands.remove(hand);
        });
    }

    @Override
    public Backlog backlog(SubscriptionName name) {
        return store.change(data -> {
            List<Waiting> all = data.outbox.of(name);
            Duration oldest = all.isEmpty()
                    ? Duration.ZERO
                    : Duration.ofNanos(System.nanoTime() - all.getFirst().since());
            List<Stuck> stuck = new ArrayList<>();
            data.outbox.heads(name).stream()
                    .map(Waiting::delivery)
                    .filter(head -> head.failures() > 0)
                    .sorted(Comparator.comparingInt(Delivery::failures).reversed())
                    .limit(Backlog.MOST_STUCK)
                    .forEach(head -> stuck.add(
                            new Stuck(head.event().tenantId(), head.event().id(), head.failures())));
            return new Backlog(all.size(), oldest, stuck);
        });
    }

    @Override
    public boolean skip(SubscriptionName name, TenantId tenant, UUID event) {
        return store.change(data -> {
            boolean first = data.outbox.heads(name).stream()
                    .map(head -> head.delivery().event())
                    .anyMatch(
                            head -> head.tenantId().equals(tenant) && head.id().equals(event));
            return first
                    && !hands.contains(new InHand(name, tenant))
                    && data.outbox.remove(
                            name, each -> each.delivery().event().id().equals(event));
        });
    }
}
