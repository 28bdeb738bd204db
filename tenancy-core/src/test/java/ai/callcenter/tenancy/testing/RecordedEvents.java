package ai.callcenter.tenancy.testing;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.event.TenancyEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The events that were committed while this was open, in their order for each tenant. It is a subscription, of all
 * tenants of the store, so close it: one that is left gathers events for ever.
 */
public final class RecordedEvents implements AutoCloseable {
    private final Tenancy tenancy;
    private final String subscription;
    private final List<TenancyEvent> events = new ArrayList<>();
    private final Dispatcher dispatcher;

    RecordedEvents(Tenancy tenancy, String subscription) {
        this.tenancy = tenancy;
        this.subscription = subscription;
        this.dispatcher = tenancy.events().subscribe(subscription, events::add);
    }

    /**
     * All so far.
     *
     * @throws IllegalStateException after {@link #close}
     */
    public synchronized List<TenancyEvent> all() {
        boolean more = true;
        while (more) {
            more = dispatcher.poll();
        }
        return List.copyOf(events);
    }

    @Override
    public void close() {
        dispatcher.close();
        tenancy.events().unsubscribe(subscription);
    }
}
