package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.Backlog;
import ai.callcenter.tenancy.event.Delivery;
import ai.callcenter.tenancy.event.SubscriptionName;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Events that were committed and wait to be handled, for each subscription a queue of its own in each tenant. In a
 * tenant the order is that of the commits. None of this may be called inside a unit.
 */
public interface Outbox {
    /** Keeps what is committed from now on for this subscription; does nothing where it is there already. */
    void subscribe(SubscriptionName name);

    /**
     * Ends a subscription, and drops what waits for it; does nothing where there is none.
     *
     * @throws TenancyException {@code store_unavailable} while a dispatcher has events of it in hand; a store may wait
     *     a little for that one first
     */
    void unsubscribe(SubscriptionName name);

    /**
     * Takes the first events of one tenant in hand, so that nobody else gets any of that tenant's for this
     * subscription, and lets the work have them. What the work has done with them counts once it has returned; after
     * whatever it throws, all of them are delivered again, as after a crash.
     *
     * @param most the most events, from 1
     * @return false when nothing waits that is due and in nobody's hand
     */
    boolean claim(SubscriptionName name, int most, Work work);

    /** What waits. */
    Backlog backlog(SubscriptionName name);

    /**
     * Gives up an event that is the first of its tenant and in nobody's hand.
     *
     * @return false when it is not
     */
    boolean skip(SubscriptionName name, TenantId tenant, UUID event);

    /** What is done with events in hand. */
    @FunctionalInterface
    interface Work {
        /** Handles them, in order. */
        void with(Batch batch);
    }

    /** Events in hand, all of one tenant. */
    interface Batch {
        /** The events, in order. */
        List<Delivery> deliveries();

        /** The event is handled; the one before it was. Throws when the store does not hold it for us any more. */
        void done(Delivery delivery);

        /** The event was not handled: none of its tenant is due before the pause is over. */
        void failed(Delivery delivery, Duration pause);
    }
}
