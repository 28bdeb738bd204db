package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.member.Switched;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.time.Instant;

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

    Switched switchTo(Caller.User caller, TenantId id) {
        return core.store().inTenant(id, caller.id(), unit -> {
            User user = unit.caller().orElseThrow(Refusals::tenantNotFound);
            Access access = unit.access();
            Tenant tenant = access.tenant();
            if (tenant == null || access.role() == null || tenant.status() == TenantStatus.DELETED) {
                throw Refusals.tenantNotFound();
            }
            if (tenant.status() == TenantStatus.SUSPENDED) {
                throw Denials.tenantSuspended();
            }
            Standing standing = gate.judge(caller.in(id), id, access, Permission.ENTER);
            Instant now = core.now();
            unit.enter(user.id(), now);
            unit.record(trail.entry(
                    caller,
                    standing,
                    now,
                    AuditAction.TENANT_SWITCHED,
                    user.email().value(),
                    null,
                    null));
            return new Switched(user, tenant, access.role());
        });
    }
}
