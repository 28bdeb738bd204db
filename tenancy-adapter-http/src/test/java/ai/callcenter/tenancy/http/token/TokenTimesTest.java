package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a token counts: each bound to the second, new and remembered. */
class TokenTimesTest extends TokenFixture {

    private String at(long seconds) {
        return String.valueOf(now() + seconds);
    }

    @Test
    void expiresAtTheVerySecond() {
        String token = identity("exp", at(10));
        Instant end = clock.instant().plusSeconds(10);

        clock.set(end.minusMillis(1));
        acceptIdentity(token);
        clock.set(end);
        refused(token, Reason.EXPIRED);
        assertThat(refusal(new TokenVerifier(settings, secretOnly), token).reason())
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void aRememberedTokenExpiresToo() {
        String token =
                issuer.issueTenantToken(USER, "a@b.example", TENANT, "admin").token();
        VerifiedToken first = verifier.verify(token);
        assertThat(verifier.verify(token)).as("remembered").isSameAs(first);

        clock.advance(settings.ttl().minusMillis(1));
        assertThat(verifier.verify(token)).isSameAs(first);
        clock.advance(Duration.ofMillis(1));
        refused(token, Reason.EXPIRED);
        refused(token, Reason.EXPIRED);
    }

    @Test
    void aRememberedTokenIsNotValidBeforeItsTime() {
        String token = identity("nbf", at(0));
        acceptIdentity(token);

        clock.advance(Duration.ofSeconds(-31));
        refused(token, Reason.NOT_YET_VALID);
    }

    @Test
    void aRefusalIsNotRemembered() {
        String token = identity("nbf", at(60));
        refused(token, Reason.NOT_YET_VALID);

        clock.advance(Duration.ofSeconds(30));
        acceptIdentity(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iat", "nbf"})
    void anIssuersClockMayRunAheadByTheLeeway(String name) {
        acceptIdentity(identity(name, at(30)));
        refused(identity(name, at(31)), Reason.NOT_YET_VALID);
        refused(tenant(name, at(31)), Reason.NOT_YET_VALID);
    }

    @Test
    void leewayDoesNotLengthenALife() {
        refused(identity("exp", at(0)), Reason.EXPIRED);
        refused(identity("exp", at(-1)), Reason.EXPIRED);
    }

    @Test
    void withoutLeeway() {
        TokenVerifier exact = new TokenVerifier(
                new TokenSettings("tenancy", "tenancy-api", settings.ttl(), Duration.ZERO, clock), secretOnly);

        assertThat(exact.verify(identity("iat", at(0)))).isNotNull();
        assertThat(refusal(exact, identity("iat", at(1))).reason()).isEqualTo(Reason.NOT_YET_VALID);
    }

    @Test
    void anIdentityLivesThirtyDaysAtMost() {
        long month = Duration.ofDays(30).toSeconds();
        acceptIdentity(identity("exp", at(month)));
        refused(identity("exp", at(month + 1)), Reason.LIFETIME);

        // A token made for a year is refused in its last month too, if it says when it began.
        refused(identity("iat", at(3600 - month - 1)), Reason.LIFETIME);
        acceptIdentity(identity("iat", at(3600 - month)));
    }

    @Test
    void aTenantTokenLivesADayAtMost() {
        long day = Duration.ofHours(24).toSeconds();
        assertThat(verifier.verify(tenant("exp", at(day)))).isNotNull();
        refused(tenant("exp", at(day + 1)), Reason.LIFETIME);
        refused(tenant("iat", at(3600 - day - 1)), Reason.LIFETIME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "iat", "nbf"})
    void timesAreWholeSecondsOfThisEra(String name) {
        for (String bad : new String[] {
            "null",
            "\"1795000000\"",
            "1795000000.0",
            "1795000000.5",
            "1.795e9",
            "1E400",
            "-1",
            "true",
            "[1795000000]",
            "253402300800",
            "9223372036854775807",
            "-9223372036854775808",
            "9223372036854775808",
            "1" + "0".repeat(500)
        }) {
            refused(identity(name, bad), Reason.CLAIM);
        }
        refused(identity(name, "1" + "0".repeat(1500)), Reason.MALFORMED);
    }

    @Test
    void theEndsOfTheEraMakeTooLongALifeOnly() {
        refused(identity("exp", "253402300799"), Reason.LIFETIME);
        refused(identity("iat", "0"), Reason.LIFETIME);
    }
}
