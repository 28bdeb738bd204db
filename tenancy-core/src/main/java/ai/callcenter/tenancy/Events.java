package ai.callcenter.tenancy;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.Backlog;
import ai.callcenter.tenancy.event.EventHandler;
import ai.callcenter.tenancy.event.Pace;
import ai.callcenter.tenancy.event.SubscriptionName;
import ai.callcenter.tenancy.store.Outbox;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.UUID;

/**
 * What has happened to tenants and members, for those who subscribe: after the commit, at least once, and in the order
 * of the commits for each tenant. A subscription lasts until it is ended by name, whether or not anybody handles its
 * events; it has what was committed after it was made. For the application itself: nobody is asked for a permission.
 */
public final class Events {
    private final Core core;

    Events(Core core) {
        this.core = core;
    }

    /** A dispatcher at the pace of {@link Pace#DEFAULT}. */
    public Dispatcher subscribe(String name, EventHandler handler) {
        return subscribe(name, handler, Pace.DEFAULT);
    }

    /**
     * Makes the subscription, where there is none by this name, and a dispatcher of its events, which does nothing
     * before it is polled or started. Any number of dispatchers, in any number of processes, share the work.
     *
     * @throws TenancyException {@code invalid_input} for a name that is none, see {@link SubscriptionName}
     */
    public Dispatcher subscribe(String name, EventHandler handler, Pace pace) {
        SubscriptionName subscription = new SubscriptionName(name);
        Outbox outbox = core.store().outbox();
        outbox.subscribe(subscription);
        return new Dispatcher(outbox, core.bell(), subscription, handler, pace);
    }

    /**
     * Ends a subscription, and drops what waits for it. Does nothing where there is none. Close its dispatchers first.
     *
     * @throws TenancyException {@code store_unavailable} when a dispatcher has an event of it in hand for too long;
     *     nothing has changed then
     */
    public void unsubscribe(String name) {
        core.store().outbox().unsubscribe(new SubscriptionName(name));
    }

    /** What waits for a subscription, to be watched. It counts all of it, which takes its time where much waits. */
    public Backlog backlog(String name) {
        return core.store().outbox().backlog(new SubscriptionName(name));
    }

    /**
     * Gives up an event that its handler cannot handle, so that the tenant's next one comes to it.
     *
     * @return false, and nothing done, unless it is the tenant's first one and in nobody's hand
     */
    public boolean skip(String name, TenantId tenant, UUID event) {
        return core.store().outbox().skip(new SubscriptionName(name), tenant, event);
    }
}
