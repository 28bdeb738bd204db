package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Users: unique by id, by e-mail and by identity. */
final class UserTable {
    private record IdentityKey(String issuer, String subject) {
        static IdentityKey of(Identity identity) {
            return new IdentityKey(identity.issuer(), identity.subject());
        }
    }

    private final Map<UserId, User> byId;
    private final Map<Email, UserId> byEmail;
    private final Map<IdentityKey, UserId> byIdentity;
    private final Map<UserId, Instant> signedOut;

    UserTable() {
        this(Map.of(), Map.of(), Map.of(), Map.of());
    }

    private UserTable(
            Map<UserId, User> byId,
            Map<Email, UserId> byEmail,
            Map<IdentityKey, UserId> byIdentity,
            Map<UserId, Instant> signedOut) {
        this.byId = new HashMap<>(byId);
        this.byEmail = new HashMap<>(byEmail);
        this.byIdentity = new HashMap<>(byIdentity);
        this.signedOut = new HashMap<>(signedOut);
    }

    UserTable copy() {
        return new UserTable(byId, byEmail, byIdentity, signedOut);
    }

    @Nullable
    User find(UserId id) {
        return byId.get(id);
    }

    /** A user that a membership names. */
    User get(UserId id) {
        return Objects.requireNonNull(byId.get(id), "a member is a user");
    }

    @Nullable
    User find(Email email) {
        UserId id = byEmail.get(email);
        return id == null ? null : byId.get(id);
    }

    @Nullable
    User find(Identity identity) {
        UserId id = byIdentity.get(IdentityKey.of(identity));
        return id == null ? null : byId.get(id);
    }

    /** When a user last signed out everywhere. */
    @Nullable
    Instant signedOutAt(UserId id) {
        return signedOut.get(id);
    }

    void signOut(UserId id, Instant at) {
        get(id);
        signedOut.merge(id, at, (known, wanted) -> wanted.isAfter(known) ? wanted : known);
    }

    Collection<User> all() {
        return byId.values();
    }

    /** The user with an e-mail, made when there is none. */
    User named(Email email, UserId idIfUnknown, Instant at) {
        User known = find(email);
        if (known != null) {
            return known;
        }
        User made = User.named(idIfUnknown, email, at);
        insert(made);
        return made;
    }

    void create(User user, Identity identity) {
        if (find(user.email()) != null) {
            throw Refusals.emailTaken();
        }
        insert(user);
        attach(identity, user.id());
    }

    void claim(UserId id, Identity identity, @Nullable String name) {
        User user = find(id);
        if (user == null || !user.email().equals(identity.email())) {
            throw new IllegalArgumentException("an identity claims the user with its own e-mail");
        }
        if (user.claimed()) {
            throw Refusals.emailTaken();
        }
        attach(identity, id);
        String known = name == null ? user.name() : name;
        replace(user, known, true, user.platformAdmin(), user.currentTenant());
    }

    void setCurrent(User user, @Nullable TenantId tenant) {
        replace(user, user.name(), user.claimed(), user.platformAdmin(), tenant);
    }

    /** A user who leaves a tenant, or whose tenant is gone, does not act in it any more. */
    void leaveCurrent(UserId id, TenantId tenant) {
        User user = get(id);
        if (tenant.equals(user.currentTenant())) {
            setCurrent(user, null);
        }
    }

    void setPlatformAdmin(User user, boolean admin) {
        replace(user, user.name(), user.claimed(), admin, user.currentTenant());
    }

    private void replace(User user, @Nullable String name, boolean claimed, boolean admin, @Nullable TenantId current) {
        byId.put(user.id(), new User(user.id(), user.email(), name, claimed, admin, current, user.createdAt()));
    }

    private void insert(User user) {
        if (byId.putIfAbsent(user.id(), user) != null) {
            throw new IllegalStateException("two users with the id " + user.id());
        }
        byEmail.put(user.email(), user.id());
    }

    private void attach(Identity identity, UserId user) {
        if (byIdentity.putIfAbsent(IdentityKey.of(identity), user) != null) {
            throw new IllegalStateException("this identity is another user's");
        }
    }
}
