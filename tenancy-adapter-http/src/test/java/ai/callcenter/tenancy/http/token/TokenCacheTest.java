package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import org.junit.jupiter.api.Test;

/** What the verifier remembers has a bound in bytes, whatever is sent. */
class TokenCacheTest extends TokenFixture {

    @Test
    void remembersTheTokensOfSomeThousandSessions() {
        assertThat(rememberedOf(5_000, 0)).isEqualTo(5_000);
    }

    @Test
    void forgetsBeforeItFillsTheMemory() {
        assertThat(rememberedOf(16_000, 0)).isBetween(12_000L, 14_500L);
        assertThat(rememberedOf(3_000, 2_700)).isBetween(1_500L, 2_100L);
    }

    private long rememberedOf(int count, int padding) {
        TokenVerifier verifier = new TokenVerifier(settings, secretOnly);
        for (int i = 0; i < count; i++) {
            verifier.verify(identity("pad", '"' + "p".repeat(padding) + i + '"'));
        }
        return verifier.remembered();
    }

    @Test
    void oneTokenIsRememberedOnceAndARefusedOneNever() {
        String token = identity("name", "\"Ana\"");
        assertThat(verifier.verify(token)).isSameAs(verifier.verify(token));
        refused(identity("exp", String.valueOf(now())), Reason.EXPIRED);
        refused(identity("nbf", String.valueOf(now() + 60)), Reason.NOT_YET_VALID);
        refused(token.substring(0, token.length() - 4) + "AAAA", Reason.SIGNATURE);

        assertThat(verifier.remembered()).isEqualTo(1);
    }
}
