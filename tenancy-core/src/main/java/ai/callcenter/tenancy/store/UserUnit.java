package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.audit.AuditEntry;
import java.time.Instant;
import java.util.Optional;

/** One transaction of one user's, outside of any tenant. */
public interface UserUnit {
    /** The user. */
    Own<Optional<User>> me();

    /** Ends what was issued to the user up to then; never takes an earlier end back. */
    void signOut(Instant at);

    /** Adds a line, without a tenant, to the trail; it is written with the commit. */
    void record(AuditEntry entry);
}
