package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.TenancyEvent.MemberAdded;
import ai.callcenter.tenancy.event.TenancyEvent.TenantCreated;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a tenant comes to be: with its first admin, in one transaction, in its own context. */
final class Founding {
    private final Core core;
    private final Trail trail;

    Founding(Core core, Trail trail) {
        this.core = core;
        this.trail = trail;
    }

    Membership create(Caller caller, NewTenant wanted, @Nullable Email owner) {
        TenantId id = wanted.id() == null ? new TenantId(core.ids().get()) : wanted.id();
        UserId user = caller instanceof Caller.User known ? known.id() : null;
        return core.inTenant(id, user, unit -> createIn(unit, id, caller, wanted, owner));
    }

    private Membership createIn(TenantUnit unit, TenantId id, Caller caller, NewTenant wanted, @Nullable Email owner) {
        User user = unit.caller().orElse(null);
        if (caller instanceof Caller.User known) {
            Denials.requireOpen(known, unit.access().signedOutAt());
        }
        Actor actor = actor(caller, user);
        if (actor.kind() == Actor.Kind.USER && (wanted.maxUsers() != null || owner != null || wanted.id() != null)) {
            throw Denials.onlyOperators("choose max_users, owner_email or id");
        }
        // Not left to the store's keys: which of two refuses first changes with a dump that is restored.
        if (wanted.id() != null && unit.access().tenant() != null) {
            throw Refusals.tenantIdTaken();
        }
        Instant now = core.now();
        boolean self = owner == null || (user != null && owner.equals(user.email()));
        Email first = owner != null ? owner : user == null ? null : user.email();
        NewMember founder = first == null ? null : new NewMember(first, core.userId(), Role.ADMIN, now, self);
        Tenant tenant = tenant(id, wanted, founder == null ? 0 : 1, now);
        Member admin = unit.found(tenant, founder).orElse(null);
        AuditEntry made = entry(caller, tenant, actor, AuditAction.TENANT_CREATED, id.toString(), Trail.of(tenant));
        unit.record(made);
        trail.tell(unit, made, origin -> new TenantCreated(origin, tenant));
        if (admin != null) {
            AuditEntry added = entry(
                    caller,
                    tenant,
                    actor,
                    AuditAction.MEMBER_ADDED,
                    admin.email().value(),
                    Trail.of(admin.role()));
            unit.record(added);
            trail.tell(unit, added, origin -> new MemberAdded(origin, admin));
        }
        return new Membership(tenant, founder != null && self ? Role.ADMIN : null, false);
    }

    private AuditEntry entry(
            Caller caller, Tenant tenant, Actor actor, AuditAction action, String subject, Json after) {
        return trail.entry(tenant.id(), tenant.createdAt(), actor, caller.requestId(), action, subject, null, after);
    }

    private static Actor actor(Caller caller, @Nullable User user) {
        return switch (caller) {
            case Caller.Host host -> new Actor(Actor.Kind.HOST, null, host.reason());
            case Caller.User id -> {
                if (user == null) {
                    throw new TenancyException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
                }
                yield Gate.actor(user.platformAdmin() ? Actor.Kind.OPERATOR : Actor.Kind.USER, user);
            }
        };
    }

    private Tenant tenant(TenantId id, NewTenant wanted, int members, Instant now) {
        return new Tenant(
                id,
                wanted.name(),
                wanted.domain(),
                wanted.description(),
                wanted.maxUsers() == null ? core.defaultSeats() : wanted.maxUsers(),
                members,
                TenantStatus.ACTIVE,
                wanted.metadata(),
                now,
                now);
    }
}
