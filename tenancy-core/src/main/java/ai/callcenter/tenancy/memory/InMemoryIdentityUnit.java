package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.store.IdentityUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One unit that signs one identity in. */
record InMemoryIdentityUnit(Draft draft, Identity identity) implements IdentityUnit {
    @Override
    public Optional<User> known() {
        return draft.use(data -> Optional.ofNullable(data.users.find(identity)));
    }

    @Override
    public Optional<User> withEmail() {
        return draft.use(data -> Optional.ofNullable(data.users.find(identity.email())));
    }

    @Override
    public void create(User user) {
        draft.change(data -> {
            if (!user.email().equals(identity.email())) {
                throw new IllegalArgumentException("an identity makes the user with its own e-mail");
            }
            data.users.create(user, identity);
        });
    }

    @Override
    public void claim(UserId user, @Nullable String name) {
        draft.change(data -> data.users.claim(user, identity, name));
    }

    @Override
    public void record(AuditEntry entry) {
        draft.change(data -> data.recordOutsideTenants(entry));
    }
}
