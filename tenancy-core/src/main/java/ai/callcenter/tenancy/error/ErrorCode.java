package ai.callcenter.tenancy.error;

import java.util.Locale;

/** The stable name of a refusal. A code is never renamed: programs compare it. */
public enum ErrorCode {
    /** A value breaks its rule. */
    INVALID_INPUT(ErrorKind.INVALID),
    /** The user has signed out everywhere since the caller proved to be that user. */
    SIGNED_OUT(ErrorKind.UNAUTHENTICATED),
    /** The caller proved too long ago who it is. */
    SESSION_EXPIRED(ErrorKind.UNAUTHENTICATED),
    /** The refresh token is unknown, used, expired, or its session has ended. */
    INVALID_REFRESH_TOKEN(ErrorKind.UNAUTHENTICATED),
    /** The caller's role in the tenant, or on the platform, does not allow the operation. */
    INSUFFICIENT_ROLE(ErrorKind.FORBIDDEN),
    /** The caller acts in one tenant and names another. */
    WRONG_TENANT(ErrorKind.FORBIDDEN),
    /** The caller is no member of the tenant, never was or no longer, or the tenant was deleted. */
    ACCESS_REVOKED(ErrorKind.FORBIDDEN),
    /** The tenant is suspended. */
    TENANT_SUSPENDED(ErrorKind.FORBIDDEN),
    /** A first sign-in needs an e-mail that the identity provider has verified. */
    EMAIL_NOT_VERIFIED(ErrorKind.FORBIDDEN),
    /** The tenant does not exist, or is not the caller's. */
    TENANT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The caller acts in no tenant. */
    NO_CURRENT_TENANT(ErrorKind.NOT_FOUND),
    /** The e-mail is no member's. */
    MEMBER_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The configuration key is not set. */
    CONFIG_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The user does not exist. */
    USER_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The e-mail is a member's already. */
    ALREADY_MEMBER(ErrorKind.CONFLICT),
    /** Every seat of the tenant is taken, or more are taken than the new limit allows. */
    SEAT_LIMIT_REACHED(ErrorKind.CONFLICT),
    /** A tenant that has had an admin keeps at least one. */
    LAST_ADMIN(ErrorKind.CONFLICT),
    /** Another tenant has the domain. */
    DOMAIN_TAKEN(ErrorKind.CONFLICT),
    /** There is a tenant with the chosen id, perhaps a deleted one. */
    TENANT_ID_TAKEN(ErrorKind.CONFLICT),
    /** Another identity signs in with this e-mail. */
    EMAIL_TAKEN(ErrorKind.CONFLICT),
    /** The tenant is deleted; nothing in it can change any more. */
    TENANT_DELETED(ErrorKind.CONFLICT),
    /** A listener of the application that this runs in refuses; the detail is its own. */
    REFUSED_BY_LISTENER(ErrorKind.CONFLICT),
    /** The thing changed since the caller read it. */
    PRECONDITION_FAILED(ErrorKind.PRECONDITION_FAILED),
    /** The store is away or overloaded. */
    STORE_UNAVAILABLE(ErrorKind.UNAVAILABLE);

    private final ErrorKind kind;
    private final String wire = name().toLowerCase(Locale.ROOT);

    ErrorCode(ErrorKind kind) {
        this.kind = kind;
    }

    /** The kind, for protocols. */
    public ErrorKind kind() {
        return kind;
    }

    /** The name on the wire, in {@code snake_case}. */
    public String wire() {
        return wire;
    }
}
