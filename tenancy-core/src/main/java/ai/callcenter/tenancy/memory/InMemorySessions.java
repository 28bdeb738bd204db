package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.store.SessionStore;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sessions in one unit's tenant. */
record InMemorySessions(Draft draft, TenantId id) implements SessionStore {
    private static final Comparator<Session> NEWEST_FIRST = Comparator.comparing(Session::openedAt)
            .thenComparing(session -> session.id().toString())
            .reversed();

    @Override
    public void open(Session session, int most) {
        draft.change(data -> {
            TenantRows rows = data.tenants.get(id);
            if (!rows.members.containsKey(session.user())) {
                throw Refusals.tenantNotFound();
            }
            Map<UUID, Session> sessions = rows.sessions;
            sessions.values().stream()
                    .filter(other -> other.user().equals(session.user()))
                    .filter(other -> !other.expiresAt().isAfter(session.openedAt()))
                    .toList()
                    .forEach(expired -> sessions.remove(expired.id()));
            sessions.values().stream()
                    .filter(other -> other.user().equals(session.user()))
                    .sorted(NEWEST_FIRST)
                    .skip(most - 1L)
                    .toList()
                    .forEach(oldest -> sessions.remove(oldest.id()));
            sessions.put(session.id(), session);
        });
    }

    @Override
    public Optional<Session> find(UUID session) {
        return draft.use(data -> Optional.ofNullable(data.tenants.find(id)).map(rows -> rows.sessions.get(session)));
    }

    @Override
    public void rotate(UUID session, String secretHash) {
        draft.change(data -> data.tenants
                .get(id)
                .sessions
                .computeIfPresent(
                        session,
                        (same, known) -> new Session(
                                same,
                                known.user(),
                                secretHash,
                                known.authenticatedAt(),
                                known.openedAt(),
                                known.expiresAt())));
    }

    @Override
    public void end(UUID session) {
        draft.change(data -> data.tenants.get(id).sessions.remove(session));
    }

    @Override
    public void signOut(UserId caller, Instant at) {
        draft.change(data -> data.users.signOut(caller, at));
    }
}
