package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.store.IdentityUnit;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.Refusals;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Users, the identities they sign in with, and who of them operates the platform. */
public final class Users {
    private final Core core;
    private final Trail trail;
    private final KnownIdentities known;

    Users(Core core, Trail trail) {
        this.core = core;
        this.trail = trail;
        this.known = new KnownIdentities(core.clock());
    }

    /** Signs an identity in, outside of any request. */
    public UserId signIn(Identity identity) {
        return signIn(identity, null);
    }

    /**
     * The user behind a verified identity. The first sign-in makes the user, or takes over the one who was added by
     * e-mail; both need an e-mail that the provider has verified. Later sign-ins go by issuer and subject alone.
     *
     * @param requestId the request served, for the trail
     * @throws TenancyException {@code email_not_verified}; {@code email_taken} when another identity signs in with the
     *     e-mail
     */
    public UserId signIn(Identity identity, @Nullable String requestId) {
        UserId remembered = known.get(identity);
        if (remembered != null) {
            return remembered;
        }
        UserId user = core.store()
                .find(identity)
                .map(User::id)
                .orElseGet(() -> core.store().asIdentity(identity, unit -> firstSignIn(unit, identity, requestId)));
        known.put(identity, user);
        return user;
    }

    private UserId firstSignIn(IdentityUnit unit, Identity identity, @Nullable String requestId) {
        // In this order: whoever claimed the e-mail before the first look is known by the second.
        Optional<User> named = unit.withEmail();
        Optional<User> meanwhile = unit.known();
        if (meanwhile.isPresent()) {
            return meanwhile.get().id();
        }
        if (!identity.emailVerified()) {
            throw new TenancyException(
                    ErrorCode.EMAIL_NOT_VERIFIED,
                    "Your identity provider has not verified your e-mail; verify it and sign in again.");
        }
        if (named.isEmpty()) {
            Instant now = core.now();
            UserId id = core.userId();
            unit.create(new User(id, identity.email(), identity.name(), true, false, null, now));
            unit.record(signedIn(AuditAction.USER_CREATED, id, identity, now, requestId));
            return id;
        }
        if (named.get().claimed()) {
            throw Refusals.emailTaken();
        }
        UserId id = named.get().id();
        unit.claim(id, identity.name());
        unit.record(signedIn(AuditAction.USER_CLAIMED, id, identity, core.now(), requestId));
        return id;
    }

    private AuditEntry signedIn(
            AuditAction action, UserId id, Identity identity, Instant at, @Nullable String requestId) {
        String email = identity.email().value();
        Actor actor = new Actor(Actor.Kind.USER, id, email);
        return trail.entry(null, at, actor, requestId, action, email, null, null);
    }

    /**
     * The caller.
     *
     * @throws TenancyException {@code user_not_found}
     */
    public User me(Caller.User caller) {
        Own<Optional<User>> me = core.store().read(caller.id()).me();
        Denials.requireOpen(caller, me.signedOutAt());
        return me.value().orElseThrow(Denials::userNotFound);
    }

    /**
     * Makes the users with these e-mails the platform admins, and nobody else.
     *
     * @param host on whose behalf, for the trail
     */
    public void setPlatformAdmins(Caller.Host host, Set<Email> emails) {
        core.store().asPlatform(null, host.reason(), unit -> {
            Actor actor = new Actor(Actor.Kind.HOST, null, host.reason());
            Instant now = core.now();
            Set<Email> missing = new HashSet<>(emails);
            for (User admin : unit.platformAdmins()) {
                if (!missing.remove(admin.email())) {
                    unit.revokePlatformAdmin(admin.id());
                    unit.record(changed(host, actor, now, AuditAction.PLATFORM_ADMIN_REVOKED, admin.email()));
                }
            }
            for (Email email : missing) {
                unit.grantPlatformAdmin(email, core.userId(), now);
                unit.record(changed(host, actor, now, AuditAction.PLATFORM_ADMIN_GRANTED, email));
            }
            return missing.size();
        });
    }

    private AuditEntry changed(Caller.Host host, Actor actor, Instant at, AuditAction action, Email email) {
        return trail.entry(null, at, actor, host.requestId(), action, email.value(), null, null);
    }
}
