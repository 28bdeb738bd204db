package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;

/** How a caller is told what it may not do. */
final class Denials {
    private Denials() {}

    static TenancyException wrongTenant() {
        return new TenancyException(
                ErrorCode.WRONG_TENANT, "The path names another tenant than the one you act in; switch to it first.");
    }

    static TenancyException accessRevoked() {
        return new TenancyException(ErrorCode.ACCESS_REVOKED, "You are no longer a member of this tenant.");
    }

    static TenancyException tenantSuspended() {
        return new TenancyException(
                ErrorCode.TENANT_SUSPENDED, "The tenant is suspended; ask the operator to reactivate it.");
    }

    static TenancyException insufficientRole(Permission permission, Role role) {
        return new TenancyException(
                ErrorCode.INSUFFICIENT_ROLE,
                "It takes the role %s to %s; yours is %s."
                        .formatted(permission.least().wire(), permission.deed(), role.wire()));
    }

    static TenancyException onlyOperators(String deed) {
        return new TenancyException(ErrorCode.INSUFFICIENT_ROLE, "Only a platform admin may " + deed + ".");
    }
}
