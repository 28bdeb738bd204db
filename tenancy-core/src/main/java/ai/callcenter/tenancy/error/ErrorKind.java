package ai.callcenter.tenancy.error;

/** What sort of refusal an {@link ErrorCode} is; an adapter maps each kind to its protocol's status. */
public enum ErrorKind {
    /** The input is malformed or breaks a rule of a value. */
    INVALID,
    /** Who calls has to be proved, or proved again. */
    UNAUTHENTICATED,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** There is no such thing for this caller. */
    NOT_FOUND,
    /** The present state forbids it. */
    CONFLICT,
    /** The caller's expectation of the present state does not hold. */
    PRECONDITION_FAILED,
    /** The store cannot be reached or is too busy; the same call may succeed later. */
    UNAVAILABLE
}
