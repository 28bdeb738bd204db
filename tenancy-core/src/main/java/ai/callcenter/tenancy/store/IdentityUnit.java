package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One transaction that signs one identity in. */
public interface IdentityUnit {
    /** The user with this identity. */
    Optional<User> known();

    /** The user with this identity's e-mail. */
    Optional<User> withEmail();

    /** Makes a user with this identity and its e-mail. */
    void create(User user);

    /** Gives this identity, and the name it brings, to the unclaimed user with its e-mail. */
    void claim(UserId user, @Nullable String name);

    /** Adds a line, without a tenant, to the trail; it is written with the commit. */
    void record(AuditEntry entry);
}
