package ai.callcenter.tenancy.http.token;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The two kinds of token, told apart by the header {@code typ} before a key is looked up, so that neither can pass for
 * the other (explicit typing: RFC 8725, section 3.11).
 */
enum TokenType {
    IDENTITY("JWT", Duration.ofDays(30)),
    TENANT("tenancy+jwt", Duration.ofHours(24));

    private final String typ;
    private final Duration maxLifetime;

    TokenType(String typ, Duration maxLifetime) {
        this.typ = typ;
        this.maxLifetime = maxLifetime;
    }

    String typ() {
        return typ;
    }

    /** The longest time from issue to expiry that is accepted, and issued. */
    Duration maxLifetime() {
        return maxLifetime;
    }

    /** The kind that a header announces; the comparison is exact, letter case included. */
    static TokenType of(@Nullable String typ) {
        if (typ == null || typ.equals(IDENTITY.typ)) {
            return IDENTITY;
        }
        if (typ.equals(TENANT.typ)) {
            return TENANT;
        }
        throw new InvalidTokenException(Reason.TYPE);
    }
}
