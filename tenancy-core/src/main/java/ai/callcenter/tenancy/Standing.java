package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantStatus;

/** A caller whom the {@link Gate} has let into a tenant. */
record Standing(Tenant tenant, Access access, Actor actor) {
    /** The tenant as the caller sees it. */
    Membership membership() {
        return seen(tenant);
    }

    /** The tenant, in a newer state, as the caller sees it. */
    Membership seen(Tenant newer) {
        Access.Member member = access.member();
        return new Membership(newer, access.role(), member != null && member.current());
    }

    /** Whether the caller may do what only operators and hosts may. */
    boolean privileged() {
        return actor.kind() != Actor.Kind.USER;
    }

    /** Refuses to write in a tenant that is deleted. */
    Standing toWrite() {
        if (tenant.status() == TenantStatus.DELETED) {
            throw Refusals.tenantDeleted();
        }
        return this;
    }
}
