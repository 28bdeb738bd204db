package ai.callcenter.tenancy.event;

import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * What a subscription has not handled yet.
 *
 * @param events how many wait, those in hand included
 * @param oldest how long the oldest one has waited; zero where none does
 * @param stuck the tenants whose first event has failed, at most 100, the most failures first
 */
public record Backlog(long events, Duration oldest, List<Stuck> stuck) {
    /** The most tenants named. */
    public static final int MOST_STUCK = 100;

    /** Copies the list. */
    public Backlog {
        stuck = List.copyOf(stuck);
    }

    /**
     * A tenant that waits for its first event to be handled.
     *
     * @param tenant the tenant
     * @param event the event's id, for {@code skip}
     * @param failures how often it was tried in vain
     */
    public record Stuck(TenantId tenant, UUID event, int failures) {}
}
