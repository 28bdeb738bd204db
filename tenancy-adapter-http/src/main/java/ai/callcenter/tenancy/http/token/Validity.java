package ai.callcenter.tenancy.http.token;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a token is valid, in seconds since 1970.
 *
 * @param issuedAt {@code iat}, null where absent
 * @param notBefore the later of {@code iat} and {@code nbf}, 0 where both are absent
 * @param expiresAt {@code exp}: the first second at which the token is no longer valid
 */
record Validity(@Nullable Long issuedAt, long notBefore, long expiresAt) {

    static Validity of(Claims claims) {
        Long issuedAt = claims.has("iat") ? claims.seconds("iat") : null;
        long notBefore = claims.has("nbf") ? claims.seconds("nbf") : 0;
        return new Validity(
                issuedAt, issuedAt == null ? notBefore : Math.max(issuedAt, notBefore), claims.seconds("exp"));
    }

    /** Checks what passes with time: to be asked on every use. */
    void requireNow(long nowMillis, Duration leeway) {
        if (isExpired(nowMillis)) {
            throw new InvalidTokenException(Reason.EXPIRED);
        }
        if (isEarly(nowMillis, leeway)) {
            throw new InvalidTokenException(Reason.NOT_YET_VALID);
        }
    }

    /** Whether {@link #requireNow} would let it pass. */
    boolean isNow(long nowMillis, Duration leeway) {
        return !isExpired(nowMillis) && !isEarly(nowMillis, leeway);
    }

    private boolean isExpired(long nowMillis) {
        return nowMillis >= expiresAt * 1000;
    }

    private boolean isEarly(long nowMillis, Duration leeway) {
        return nowMillis + leeway.toMillis() < notBefore * 1000;
    }

    /** Checks the life time, which counts from now where the token does not say when it began. */
    void requireAtMost(Duration lifetime, long nowMillis) {
        long start = issuedAt == null ? nowMillis / 1000 : issuedAt;
        if (expiresAt - start > lifetime.toSeconds()) {
            throw new InvalidTokenException(Reason.LIFETIME);
        }
    }
}
