package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.TenantId;

/** The trail of a tenant: every write in it, with who, when, before and after. */
public final class AuditTrail {
    private final Core core;
    private final Gate gate;

    AuditTrail(Core core, Gate gate) {
        this.core = core;
        this.gate = gate;
    }

    /** The trail, newest first. */
    public Page<AuditEntry> list(Caller caller, TenantId tenant, PageRequest page) {
        var trail = core.store().read(tenant, gate.at(caller, tenant)).audit(page);
        return gate.open(caller, tenant, trail, Permission.READ_AUDIT);
    }
}
