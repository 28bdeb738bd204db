package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.session.Session;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The sessions in one unit's tenant. Those of a member end with the membership. */
public interface SessionStore {
    /**
     * Keeps a new session, and ends those of the same user that have expired by then, and the oldest ones beyond
     * {@code most}.
     */
    void open(Session session, int most);

    /** The session with this id. */
    Optional<Session> find(UUID id);

    /** Puts another secret in the place of a session's present one. */
    void rotate(UUID id, String secretHash);

    /** Ends a session. */
    void end(UUID id);

    /**
     * Ends what was issued to the unit's caller on proofs up to then, in every tenant; never takes an earlier end back.
     */
    void signOut(UserId caller, Instant at);
}
