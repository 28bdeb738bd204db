package ai.callcenter.tenancy.error;

import org.jspecify.annotations.Nullable;

/**
 * A use case refuses. Unchecked and thrown, never returned: a result can be dropped, and a dropped refusal becomes a
 * success. The message is for people and safe to show to the caller.
 */
public final class TenancyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** A refusal with its code and a sentence for people that says what to do. */
    public TenancyException(ErrorCode code, String detail) {
        this(code, detail, null);
    }

    /** A refusal with the failure behind it, which is for logs alone. */
    public TenancyException(ErrorCode code, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.code = code;
    }

    /** A value that breaks its rule. */
    public static TenancyException invalid(String detail) {
        return new TenancyException(ErrorCode.INVALID_INPUT, detail);
    }

    /** A listener's refusal: the detail says to the caller why, and what to do. */
    public static TenancyException refused(String detail) {
        return new TenancyException(ErrorCode.REFUSED_BY_LISTENER, detail);
    }

    /** The stable name of this refusal. */
    public ErrorCode code() {
        return code;
    }

    /** The sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
