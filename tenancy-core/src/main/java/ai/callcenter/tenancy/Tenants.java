package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.session.Switched;
import ai.callcenter.tenancy.store.Own;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tenants: create, read, list, change, delete, switch. Refusals are {@link TenancyException}s. */
public final class Tenants {
    private final Core core;
    private final Gate gate;
    private final Trail trail;
    private final Founding founding;
    private final Changing changing;
    private final Switching switching;

    Tenants(Core core, Gate gate, Trail trail) {
        this.core = core;
        this.gate = gate;
        this.trail = trail;
        this.founding = new Founding(core, trail);
        this.changing = new Changing(core, gate, trail);
        this.switching = new Switching(core, gate, trail);
    }

    /** Makes a tenant; a user who calls becomes its first admin, a host leaves it without members. */
    public Membership create(Caller caller, NewTenant tenant) {
        return create(caller, tenant, null);
    }

    /**
     * Makes a tenant.
     *
     * @param owner the first admin, which only an operator or a host may choose; null for the caller
     * @throws TenancyException {@code domain_taken}; {@code tenant_id_taken} when the chosen id is a tenant's, a
     *     deleted one's too; {@code insufficient_role} when a user who is not an operator chooses the owner, the seat
     *     limit or the id
     */
    public Membership create(Caller caller, NewTenant tenant, @Nullable Email owner) {
        return founding.create(caller, tenant, owner);
    }

    /** A tenant as the caller sees it. */
    public Membership get(Caller caller, TenantId id) {
        Access access = core.store().read(id, gate.at(caller, id)).access();
        return gate.judge(caller, id, access, Permission.READ_TENANT).membership();
    }

    /**
     * A tenant as a member of it sees it, for applications that let in members and nobody else: an operator who is no
     * member is refused too. One round trip, and never remembered: who is removed is refused from the next call on.
     *
     * @throws TenancyException {@code access_revoked} when the caller is no member, alike whether there is such a
     *     tenant or not; {@code tenant_suspended}; {@code signed_out}; {@code wrong_tenant} when the caller acts in
     *     another one
     */
    public Membership enter(Caller.User caller, TenantId id) {
        return gate.member(caller, id, core.store().read(id, caller.id()).access())
                .membership();
    }

    /**
     * The tenant that has a domain, for applications that tell tenants apart by the name of the host. A domain is
     * public, so anybody may ask; what is in the tenant is not.
     */
    public Optional<TenantId> withDomain(Domain domain) {
        return core.store().find(domain);
    }

    /**
     * The id of the tenant that the caller acts in.
     *
     * @throws TenancyException {@code no_current_tenant}
     */
    public static TenantId current(Caller.User caller) {
        if (caller.tenant() == null) {
            throw new TenancyException(ErrorCode.NO_CURRENT_TENANT, "You act in no tenant yet; switch to one first.");
        }
        return caller.tenant();
    }

    /** The caller's own tenants, by name; deleted ones are left out. */
    public Page<Membership> mine(Caller.User caller, TenantFilter filter, PageRequest page) {
        Own<Page<Membership>> own = core.store().read(caller.id()).tenants(filter, page);
        Denials.requireOpen(caller, own.signedOutAt());
        return own.value();
    }

    /**
     * Every customer's tenants, by name; the look itself is recorded.
     *
     * @throws TenancyException {@code insufficient_role} unless an operator or a host calls
     */
    public Page<Tenant> all(Caller caller, TenantFilter filter, PageRequest page) {
        UserId operator = caller instanceof Caller.User user ? user.id() : null;
        String reason = caller instanceof Caller.Host host ? host.reason() : "list all tenants";
        return core.store().asPlatform(operator, reason, unit -> {
            Actor actor = Gate.operator(caller, unit.operator(), "list all tenants");
            Page<Tenant> found = unit.tenants(filter, page);
            unit.record(trail.entry(
                    null, core.now(), actor, caller.requestId(), AuditAction.TENANTS_LISTED, reason, null, null));
            return found;
        });
    }

    /** Changes a tenant, whatever its present state. */
    public Membership update(Caller caller, TenantId id, TenantPatch patch) {
        return update(caller, id, patch, present -> true);
    }

    /**
     * Changes a tenant if its present state is the expected one. A patch that changes nothing leaves no trace.
     *
     * @throws TenancyException {@code precondition_failed}, {@code domain_taken}, {@code seat_limit_reached},
     *     {@code tenant_deleted}; {@code insufficient_role} also when a member changes the seat limit or the status
     */
    public Membership update(Caller caller, TenantId id, TenantPatch patch, Predicate<Membership> expected) {
        return changing.update(caller, id, patch, expected);
    }

    /** Deletes a tenant, whatever its present state. */
    public void delete(Caller caller, TenantId id) {
        delete(caller, id, present -> true);
    }

    /**
     * Deletes a tenant if its present state is the expected one: nobody can enter it any more, its domain is free, its
     * members keep their accounts and other tenants.
     *
     * @throws TenancyException {@code precondition_failed}, {@code tenant_deleted}
     */
    public void delete(Caller caller, TenantId id, Predicate<Membership> expected) {
        changing.delete(caller, id, expected);
    }

    /**
     * Makes a tenant the caller's current one. The tenant that the caller acts in now does not matter.
     *
     * @throws TenancyException {@code tenant_not_found} when the caller is no member of it, alike whether it exists or
     *     not; {@code tenant_suspended}; {@code session_expired} when a caller who acts in a tenant already proved too
     *     long ago who it is
     */
    public Switched switchTo(Caller.User caller, TenantId id) {
        return switching.switchTo(caller, id, false);
    }

    /** The same, and opens a session, which {@link Sessions#refresh} goes on with. */
    public Switched openSession(Caller.User caller, TenantId id) {
        return switching.switchTo(caller, id, true);
    }
}
