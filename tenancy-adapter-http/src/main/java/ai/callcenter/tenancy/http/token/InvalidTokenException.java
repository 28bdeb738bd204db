package ai.callcenter.tenancy.http.token;

/**
 * A token was refused.
 *
 * <p>The message is a fixed sentence that contains nothing of the token, and only characters that RFC 6750, section 3,
 * allows in {@code error_description}: it may be sent as it is in {@code WWW-Authenticate: Bearer
 * error="invalid_token", error_description="…"}.
 *
 * <p>Carries no stack trace: anybody can cause one, as often as they like.
 */
public final class InvalidTokenException extends RuntimeException {
    private final Reason reason;

    InvalidTokenException(Reason reason) {
        this(reason, reason.description);
    }

    private InvalidTokenException(Reason reason, String description) {
        super(description, null, false, false);
        this.reason = reason;
    }

    /** The refusal of one claim; {@code name} is a name of ours, never one read from the token. */
    static InvalidTokenException claim(String name) {
        return new InvalidTokenException(
                Reason.CLAIM, "The claim " + name + " is missing, of the wrong type or out of bounds");
    }

    /** Why the token was refused. */
    public Reason reason() {
        return reason;
    }

    /** Why a token was refused; each has a code that stays the same. */
    public enum Reason {
        MALFORMED("malformed", "The token is not a well-formed JWT, or too long"),
        HEADER("header", "The token header has a field that is not accepted, or no alg"),
        TYPE("type", "The typ of the token and its tenant_id contradict each other"),
        ALGORITHM("algorithm", "The token is signed with an algorithm that is not accepted for it"),
        KEY("key", "The token names no key, or one that is not known"),
        SIGNATURE("signature", "The signature of the token does not verify"),
        ISSUER("issuer", "The token comes from another issuer"),
        AUDIENCE("audience", "The token is meant for another audience"),
        EXPIRED("expired", "The token has expired"),
        NOT_YET_VALID("not_yet_valid", "The token is not valid yet: check the clock of its issuer"),
        LIFETIME("lifetime", "The token is made to live longer than is accepted"),
        CLAIM("claim", "A claim is missing, of the wrong type or out of bounds");

        private final String code;
        private final String description;

        Reason(String code, String description) {
            this.code = code;
            this.description = description;
        }

        /** A stable name for programs and logs, in {@code snake_case}. */
        public String code() {
            return code;
        }
    }
}
