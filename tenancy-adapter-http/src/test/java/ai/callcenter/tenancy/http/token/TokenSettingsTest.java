package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSettingsTest {
    private static final Clock CLOCK = new MutableClock();

    private static TokenSettings of(String issuer, String audience, String ttl, String leeway) {
        return new TokenSettings(issuer, audience, Duration.parse(ttl), Duration.parse(leeway), CLOCK);
    }

    @Test
    void boundsAreIn() {
        assertThat(of("i", "a", "PT1M", "PT0S").ttl()).isEqualTo(Duration.ofMinutes(1));
        assertThat(of("i".repeat(255), "a", "PT24H", "PT2M").ttl()).isEqualTo(Duration.ofDays(1));
        assertThat(new TokenSettings("i", "a", Duration.ofHours(1), CLOCK).leeway())
                .isEqualTo(Duration.ofSeconds(30));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "PT24H0.001S", "PT24H1S", "PT1M0.5S", "PT-1H", "PT0S"})
    void ttl(String ttl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("i", "a", ttl, "PT0S"))
                .withMessageContaining("1 minute (PT1M) to 24 hours (PT24H)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT2M0.001S"})
    void leeway(String leeway) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("i", "a", "PT1H", leeway))
                .withMessageContaining("leeway");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "\0"})
    void issuerAndAudience(String bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of(bad, "a", "PT1H", "PT0S"))
                .withMessageContaining("issuer");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("i", bad, "PT1H", "PT0S"))
                .withMessageContaining("audience");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> of("i", "a".repeat(256), "PT1H", "PT0S"))
                .withMessageContaining("audience");
    }

    /** RFC 6750, section 3: printable ASCII without the quote and the backslash. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyRefusalCanStandInAnErrorDescription(Reason reason) {
        assertThat(new InvalidTokenException(reason).getMessage()).matches("[ !#-\\[\\]-~]+");
        assertThat(InvalidTokenException.claim("tenant_id").getMessage()).matches("[ !#-\\[\\]-~]+");
        assertThat(reason.code()).matches("[a-z][a-z_]*");
        assertThat(new InvalidTokenException(reason).getStackTrace()).isEmpty();
    }

    @Test
    void everyRefusalHasACodeOfItsOwn() {
        Set<String> codes = new HashSet<>();
        for (Reason reason : Reason.values()) {
            assertThat(codes.add(reason.code())).as(reason.code()).isTrue();
        }
    }
}
