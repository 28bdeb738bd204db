package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;

/** How a store refuses, in the same words whichever store it is. */
public final class Refusals {
    private Refusals() {}

    /** No such tenant, or not the caller's: the two answer alike. */
    public static TenancyException tenantNotFound() {
        return new TenancyException(ErrorCode.TENANT_NOT_FOUND, "There is no such tenant among those you may see.");
    }

    /** A write in a deleted tenant. */
    public static TenancyException tenantDeleted() {
        return new TenancyException(
                ErrorCode.TENANT_DELETED, "The tenant is deleted; nothing in it can change any more.");
    }

    /** Another tenant that is not deleted has the domain. */
    public static TenancyException domainTaken() {
        return new TenancyException(ErrorCode.DOMAIN_TAKEN, "Another tenant has this domain; choose another one.");
    }

    /** There is a tenant with the id. */
    public static TenancyException tenantIdTaken() {
        return new TenancyException(ErrorCode.TENANT_ID_TAKEN, "There is a tenant with this id; choose another one.");
    }

    /** The e-mail is a member's. */
    public static TenancyException alreadyMember() {
        return new TenancyException(
                ErrorCode.ALREADY_MEMBER,
                "This e-mail is a member of this tenant already; change the member's role instead.");
    }

    /** More members than seats, after an addition or under a lower limit. */
    public static TenancyException seatLimitReached() {
        return new TenancyException(
                ErrorCode.SEAT_LIMIT_REACHED,
                "The tenant would have more members than seats; remove a member, or have max_users raised.");
    }

    /** The tenant would be left without an admin. */
    public static TenancyException lastAdmin() {
        return new TenancyException(
                ErrorCode.LAST_ADMIN, "This is the tenant's last admin; make another member an admin first.");
    }

    /** Another identity signs in with the e-mail. */
    public static TenancyException emailTaken() {
        return new TenancyException(
                ErrorCode.EMAIL_TAKEN, "Another account signs in with this e-mail; use that one, or ask the operator.");
    }
}
