package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.session.RefreshToken;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.session.Switched;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a user goes on acting in a tenant, and how it ends everywhere. */
public final class Sessions {
    /** How many sessions one user may have in one tenant; the oldest one makes room for another. */
    static final int MOST = 10;

    private final Core core;
    private final Trail trail;

    Sessions(Core core, Trail trail) {
        this.core = core;
        this.trail = trail;
    }

    /**
     * Goes on in the tenant of a session. The refresh token is worth one call: the answer brings the next one. One that
     * is used again is in two hands, nobody knows whose. So everything ends, in every tenant, that the user was given
     * on the proof of identity that its session began with, or on an earlier one: whoever had it may have switched with
     * it.
     *
     * @param requestId the request served, for the trail
     * @throws TenancyException {@code invalid_refresh_token}, after which the user has to sign in again;
     *     {@code access_revoked}, {@code tenant_suspended}, after which the token is worth what it was before
     */
    public Switched refresh(RefreshToken token, @Nullable String requestId) {
        // First without a lock, so that who made a token up holds nobody up.
        Optional<Session> known = core.store()
                .read(token.tenant(), token.user())
                .session(token.session())
                .value();
        requireUsable(known, token, null);
        // Empty where the session ended: that has to be committed, and thrown afterwards.
        Optional<Switched> refreshed = core.inTenant(
                token.tenant(), token.user(), unit -> Optional.ofNullable(refreshIn(unit, token, requestId)));
        return refreshed.orElseThrow(RefreshToken::invalid);
    }

    private @Nullable Switched refreshIn(TenantUnit unit, RefreshToken token, @Nullable String requestId) {
        User user = unit.caller().orElseThrow(RefreshToken::invalid);
        Access access = unit.access();
        Session session = requireUsable(unit.sessions().find(token.session()), token, access.signedOutAt());
        if (!isNewest(session, token)) {
            unit.sessions().end(session.id());
            unit.sessions().signOut(user.id(), session.authenticatedAt());
            unit.record(reused(user, token, requestId));
            return null;
        }
        Tenant tenant = access.tenant();
        if (tenant == null || access.role() == null || tenant.status() == TenantStatus.DELETED) {
            throw Denials.accessRevoked();
        }
        if (tenant.status() == TenantStatus.SUSPENDED) {
            throw Denials.tenantSuspended();
        }
        RefreshToken next = RefreshToken.make(token.tenant(), token.user(), token.session());
        unit.sessions().rotate(session.id(), next.hash());
        return new Switched(user, tenant, access.role(), session.authenticatedAt(), session.expiresAt(), next);
    }

    private Session requireUsable(Optional<Session> known, RefreshToken token, @Nullable Instant signedOutAt) {
        return known.filter(session -> session.user().equals(token.user()))
                .filter(session -> session.expiresAt().isAfter(core.now()))
                .filter(session ->
                        signedOutAt == null || session.authenticatedAt().isAfter(signedOutAt))
                .orElseThrow(RefreshToken::invalid);
    }

    private static boolean isNewest(Session session, RefreshToken token) {
        return MessageDigest.isEqual(
                session.secretHash().getBytes(StandardCharsets.US_ASCII),
                token.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private AuditEntry reused(User user, RefreshToken token, @Nullable String requestId) {
        Actor actor = Gate.actor(Actor.Kind.USER, user);
        String email = user.email().value();
        return trail.entry(token.tenant(), core.now(), actor, requestId, AuditAction.SESSION_REUSED, email, null, null);
    }

    /**
     * Ends everything that was issued to the user so far: tokens from the identity provider and from here, and
     * sessions, in every tenant, from the next call on. Callers for whom the application vouches are not concerned.
     *
     * @throws TenancyException {@code user_not_found}; {@code signed_out} when it was ended before
     */
    public void signOut(Caller.User caller) {
        core.store().asUser(caller.id(), unit -> {
            Own<Optional<User>> me = unit.me();
            Denials.requireOpen(caller, me.signedOutAt());
            User user = me.value().orElseThrow(Denials::userNotFound);
            Instant now = core.now();
            Instant since = caller.authenticatedAt();
            // The clock of whoever issued the caller's token may run ahead.
            unit.signOut(since == null || since.isBefore(now) ? now : since);
            Actor actor = Gate.actor(Actor.Kind.USER, user);
            unit.record(trail.entry(
                    null,
                    now,
                    actor,
                    caller.requestId(),
                    AuditAction.USER_SIGNED_OUT,
                    user.email().value(),
                    null,
                    null));
            return user;
        });
    }
}
