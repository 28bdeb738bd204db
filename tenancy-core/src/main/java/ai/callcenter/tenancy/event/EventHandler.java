package ai.callcenter.tenancy.event;

import java.lang.System.Logger.Level;

/**
 * Handles the events of a subscription, after they were committed: at least once, in order for each tenant. One that is
 * delivered again has the same {@link TenancyEvent#id}.
 */
@FunctionalInterface
public interface EventHandler {
    /** The name of the logger that failures go to. */
    String LOGGER = "ai.callcenter.tenancy.events";

    /**
     * Handles an event, and is done with it by returning.
     *
     * @throws Exception whatever it is: this tenant's events stay, and are tried again after a pause
     */
    void handle(TenancyEvent event) throws Exception;

    /**
     * Is told, inside the transaction that holds the tenant's events, that {@link #handle} threw; logs a warning unless
     * it does something else.
     *
     * @param failures how often this event has been tried in vain, this time included
     */
    default void failed(TenancyEvent event, int failures, Throwable why) {
        System.getLogger(LOGGER)
                .log(
                        Level.WARNING,
                        "The event " + event.name() + " " + event.id() + " of tenant " + event.tenantId()
                                + " could not be handled, " + failures + " times by now; this tenant's events wait",
                        why);
    }
}
