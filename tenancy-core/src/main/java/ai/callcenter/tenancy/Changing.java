package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.TenancyEvent.TenantDeleted;
import ai.callcenter.tenancy.event.TenancyEvent.TenantReactivated;
import ai.callcenter.tenancy.event.TenancyEvent.TenantSuspended;
import ai.callcenter.tenancy.event.TenancyEvent.TenantUpdated;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.time.Instant;
import java.util.function.Predicate;

/** How a tenant changes, up to its end. */
final class Changing {
    private final Core core;
    private final Gate gate;
    private final Trail trail;

    Changing(Core core, Gate gate, Trail trail) {
        this.core = core;
        this.gate = gate;
        this.trail = trail;
    }

    Membership update(Caller caller, TenantId id, TenantPatch patch, Predicate<Membership> expected) {
        if (patch.status().present() && patch.status().value() == TenantStatus.DELETED) {
            throw TenancyException.invalid("status must be active or suspended; to delete, use DELETE");
        }
        return core.inTenant(id, gate.at(caller, id), unit -> updateIn(unit, caller, id, patch, expected));
    }

    private Membership updateIn(
            TenantUnit unit, Caller caller, TenantId id, TenantPatch patch, Predicate<Membership> expected) {
        Standing standing = gate.judge(caller, id, unit, Permission.EDIT_TENANT);
        if (patch.needsOperator() && !standing.privileged()) {
            standing = gate.judgeOperator(unit, Denials.onlyOperators("change max_users or status"));
        }
        standing.toWrite();
        Expectation.check(expected, standing.membership());
        Instant now = core.now();
        Tenant before = standing.tenant();
        Tenant after = before.with(patch, now);
        if (after.equals(before.with(TenantPatch.NOTHING, now))) {
            return standing.membership();
        }
        unit.update(after);
        AuditEntry line = trail.entry(
                caller,
                standing,
                now,
                AuditAction.TENANT_UPDATED,
                id.toString(),
                Trail.difference(before, after),
                Trail.difference(after, before));
        unit.record(line);
        tell(unit, line, before, after);
        return standing.seen(after);
    }

    /** A status that changes is an event of its own, after that of what else changed. */
    private void tell(TenantUnit unit, AuditEntry line, Tenant before, Tenant after) {
        TenantPatch statusAlone = TenantPatch.NOTHING.status(after.status());
        if (!after.equals(before.with(statusAlone, after.updatedAt()))) {
            trail.tell(unit, line, origin -> new TenantUpdated(origin, before, after));
        }
        if (before.status() != after.status()) {
            boolean suspended = after.status() == TenantStatus.SUSPENDED;
            trail.tell(
                    unit,
                    line,
                    origin -> suspended ? new TenantSuspended(origin, after) : new TenantReactivated(origin, after));
        }
    }

    void delete(Caller caller, TenantId id, Predicate<Membership> expected) {
        core.inTenant(id, gate.at(caller, id), unit -> {
            Standing standing =
                    gate.judge(caller, id, unit, Permission.DELETE_TENANT).toWrite();
            Expectation.check(expected, standing.membership());
            Instant now = core.now();
            Tenant present = standing.tenant();
            Tenant deleted = present.deleted(now);
            unit.update(deleted);
            AuditEntry line = trail.entry(
                    caller,
                    standing,
                    now,
                    AuditAction.TENANT_DELETED,
                    id.toString(),
                    Trail.of(standing.tenant()),
                    null);
            unit.record(line);
            trail.tell(unit, line, origin -> new TenantDeleted(origin, present));
            return deleted;
        });
    }
}
