package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.session.RefreshToken;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.session.Switched;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.time.Instant;
import java.util.UUID;

/** How a user comes to act in a tenant. */
final class Switching {
    private final Core core;
    private final Gate gate;
    private final Trail trail;

    Switching(Core core, Gate gate, Trail trail) {
        this.core = core;
        this.gate = gate;
        this.trail = trail;
    }

    /** @param session whether a session is opened too */
    Switched switchTo(Caller.User caller, TenantId id, boolean session) {
        return core.inTenant(id, caller.id(), unit -> switchIn(unit, caller, id, session));
    }

    private Switched switchIn(TenantUnit unit, Caller.User caller, TenantId id, boolean session) {
        User user = unit.caller().orElseThrow(Refusals::tenantNotFound);
        Access access = unit.access();
        Denials.requireOpen(caller, access.signedOutAt());
        Instant now = core.now();
        Instant endsAt = endsAt(caller, now);
        Tenant tenant = access.tenant();
        if (tenant == null || access.role() == null || tenant.status() == TenantStatus.DELETED) {
            throw Refusals.tenantNotFound();
        }
        if (tenant.status() == TenantStatus.SUSPENDED) {
            throw Denials.tenantSuspended();
        }
        Standing standing = gate.judge(caller.in(id), id, access, Permission.ENTER);
        unit.enter(user.id(), now);
        Instant since = caller.authenticatedAt() == null ? now : caller.authenticatedAt();
        RefreshToken token = session ? RefreshToken.make(id, user.id(), UUID.randomUUID()) : null;
        if (token != null) {
            Session opened = new Session(token.session(), user.id(), token.hash(), since, now, endsAt);
            unit.sessions().open(opened, Sessions.MOST);
        }
        unit.record(trail.entry(
                caller, standing, now, AuditAction.TENANT_SWITCHED, user.email().value(), null, null));
        return new Switched(user, tenant, access.role(), since, endsAt, token);
    }

    /**
     * When the user has to prove again who it is. One who acts in no tenant yet has just done so, to this application
     * or to an identity provider; one who comes from a tenant goes on until the same end.
     */
    private Instant endsAt(Caller.User caller, Instant now) {
        Instant latest = now.plus(core.sessionLength());
        if (caller.tenant() == null) {
            return latest;
        }
        Instant since = caller.authenticatedAt();
        Instant end = since == null ? latest : since.plus(core.sessionLength());
        if (caller.endsAt() != null) {
            end = caller.endsAt().isBefore(latest) ? caller.endsAt() : latest;
        }
        if (!end.isAfter(now)) {
            throw Denials.sessionExpired();
        }
        return end;
    }
}
