package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.UserUnit;
import java.time.Instant;
import java.util.Optional;

/** One unit of one user's own. */
record InMemoryUserUnit(Draft draft, UserId user) implements UserUnit {
    @Override
    public Own<Optional<User>> me() {
        return draft.use(data -> data.own(user));
    }

    @Override
    public void signOut(Instant at) {
        draft.change(data -> data.users.signOut(user, at));
    }

    @Override
    public void record(AuditEntry entry) {
        draft.change(data -> data.recordOutsideTenants(entry));
    }
}
