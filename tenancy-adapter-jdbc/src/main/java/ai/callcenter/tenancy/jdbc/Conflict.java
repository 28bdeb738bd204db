package ai.callcenter.tenancy.jdbc;

/** The database gave this transaction up to another one; it may be run again. Never reaches a caller. */
final class Conflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Conflict(Throwable cause) {
        super(cause);
    }
}
