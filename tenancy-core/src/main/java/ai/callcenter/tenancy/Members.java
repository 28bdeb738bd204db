package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.TenancyEvent.MemberAdded;
import ai.callcenter.tenancy.event.TenancyEvent.MemberRemoved;
import ai.callcenter.tenancy.event.TenancyEvent.MemberRoleChanged;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.member.RoleChange;
import ai.callcenter.tenancy.member.Seats;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import java.util.function.Predicate;

/** Members of a tenant: list, add, re-role, remove, leave. */
public final class Members {
    private final Core core;
    private final Gate gate;
    private final Trail trail;

    Members(Core core, Gate gate, Trail trail) {
        this.core = core;
        this.gate = gate;
        this.trail = trail;
    }

    /** How many seats are taken, out of how many. */
    public Seats count(Caller caller, TenantId tenant) {
        Access access = core.store().read(tenant, gate.at(caller, tenant)).access();
        Tenant found =
                gate.judge(caller, tenant, access, Permission.READ_TENANT).tenant();
        return new Seats(tenant, found.userCount(), found.maxUsers());
    }

    /** The members, by e-mail. */
    public Page<Member> list(Caller caller, TenantId tenant, MemberFilter filter, PageRequest page) {
        var members = core.store().read(tenant, gate.at(caller, tenant)).members(filter, page);
        return gate.open(caller, tenant, members, Permission.READ_MEMBERS);
    }

    /**
     * One member.
     *
     * @throws TenancyException {@code member_not_found}
     */
    public Member get(Caller caller, TenantId tenant, Email email) {
        var member = core.store().read(tenant, gate.at(caller, tenant)).member(email);
        return gate.open(caller, tenant, member, Permission.READ_MEMBERS).orElseThrow(() -> notFound(email));
    }

    /**
     * Adds whoever owns an e-mail. Nobody needs to have signed in with it yet; the answer is the same either way.
     *
     * @throws TenancyException {@code already_member}, {@code seat_limit_reached}
     */
    public Member add(Caller caller, TenantId tenant, Email email, Role role) {
        return core.inTenant(tenant, gate.at(caller, tenant), unit -> {
            Standing standing =
                    gate.judge(caller, tenant, unit, Permission.MANAGE_MEMBERS).toWrite();
            Instant now = core.now();
            UserId idIfUnknown = core.userId();
            Member added = unit.members().add(new NewMember(email, idIfUnknown, role, now, false));
            AuditEntry line =
                    trail.entry(caller, standing, now, AuditAction.MEMBER_ADDED, email.value(), null, Trail.of(added));
            unit.record(line);
            trail.tell(unit, line, origin -> new MemberAdded(origin, added));
            return added;
        });
    }

    /** Changes a member's role, whatever it is at present. */
    public Member changeRole(Caller caller, TenantId tenant, Email email, Role role) {
        return changeRole(caller, tenant, email, role, present -> true);
    }

    /**
     * Changes a member's role if the member's present state is the expected one. The role that it has already leaves no
     * trace.
     *
     * @throws TenancyException {@code member_not_found}, {@code last_admin}, {@code precondition_failed}
     */
    public Member changeRole(Caller caller, TenantId tenant, Email email, Role role, Predicate<Member> expected) {
        return core.inTenant(tenant, gate.at(caller, tenant), unit -> {
            Standing standing =
                    gate.judge(caller, tenant, unit, Permission.MANAGE_MEMBERS).toWrite();
            RoleChange change = unit.members().changeRole(email, role).orElseThrow(() -> notFound(email));
            Expectation.check(expected, change.before());
            if (change.before().role() != role) {
                AuditEntry line = trail.entry(
                        caller,
                        standing,
                        core.now(),
                        AuditAction.MEMBER_ROLE_CHANGED,
                        email.value(),
                        Trail.of(change.before()),
                        Trail.of(change.after()));
                unit.record(line);
                trail.tell(
                        unit,
                        line,
                        origin -> new MemberRoleChanged(
                                origin, change.after(), change.before().role()));
            }
            return change.after();
        });
    }

    /** Ends a membership, whatever its present state. */
    public void remove(Caller caller, TenantId tenant, Email email) {
        remove(caller, tenant, email, present -> true);
    }

    /**
     * Ends a membership if its present state is the expected one; the member's access ends with the next request. One's
     * own membership may be ended in any role.
     *
     * @throws TenancyException {@code member_not_found}, {@code last_admin}, {@code precondition_failed}
     */
    public void remove(Caller caller, TenantId tenant, Email email, Predicate<Member> expected) {
        core.inTenant(tenant, gate.at(caller, tenant), unit -> {
            Access.Member member = unit.access().member();
            boolean own = member != null && email.equals(member.email());
            Permission permission = own ? Permission.LEAVE : Permission.MANAGE_MEMBERS;
            Standing standing = gate.judge(caller, tenant, unit, permission).toWrite();
            Member removed = unit.members().remove(email).orElseThrow(() -> notFound(email));
            Expectation.check(expected, removed);
            AuditEntry line = trail.entry(
                    caller,
                    standing,
                    core.now(),
                    own ? AuditAction.MEMBER_LEFT : AuditAction.MEMBER_REMOVED,
                    email.value(),
                    Trail.of(removed),
                    null);
            unit.record(line);
            trail.tell(unit, line, origin -> new MemberRemoved(origin, removed, own));
            return removed;
        });
    }

    private static TenancyException notFound(Email email) {
        return new TenancyException(ErrorCode.MEMBER_NOT_FOUND, email + " is not a member of this tenant.");
    }
}
