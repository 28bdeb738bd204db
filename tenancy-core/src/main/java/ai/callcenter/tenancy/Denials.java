package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a caller is told what it may not do. */
final class Denials {
    private Denials() {}

    /**
     * Refuses a caller who has signed out everywhere since proving who it is. A token says that in whole seconds, so
     * one of the same second counts as older.
     */
    static void requireOpen(Caller.User caller, @Nullable Instant signedOutAt) {
        Instant since = caller.authenticatedAt();
        if (since != null && signedOutAt != null && !since.isAfter(signedOutAt)) {
            throw new TenancyException(ErrorCode.SIGNED_OUT, "You have signed out everywhere; sign in again.");
        }
    }

    static TenancyException sessionExpired() {
        return new TenancyException(
                ErrorCode.SESSION_EXPIRED,
                "You signed in too long ago; switch with a token of your identity provider.");
    }

    static TenancyException userNotFound() {
        return new TenancyException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }

    static TenancyException wrongTenant() {
        return new TenancyException(
                ErrorCode.WRONG_TENANT, "The path names another tenant than the one you act in; switch to it first.");
    }

    static TenancyException accessRevoked() {
        return new TenancyException(ErrorCode.ACCESS_REVOKED, "You are not a member of this tenant.");
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
