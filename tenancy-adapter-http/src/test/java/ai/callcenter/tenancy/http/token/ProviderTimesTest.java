package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a provider's token counts. */
class ProviderTimesTest extends ProviderFixture {

    @Test
    void theTimeOfIssueMayBeLeftOut() {
        TokenVerifier verifier = trusting(rsaKey());

        assertThat(accept(verifier, provided()).issuedAt()).isNull();
        refuse(verifier, provided("iat", String.valueOf(now() + 31)), Reason.NOT_YET_VALID);
        refuse(verifier, provided("nbf", String.valueOf(now() + 31)), Reason.NOT_YET_VALID);
        refuse(verifier, provided("iat", "\"now\""), Reason.CLAIM);
    }

    @Test
    void theEndCannot() {
        TokenVerifier verifier = trusting(rsaKey());
        long month = Duration.ofDays(30).toSeconds();

        refuse(verifier, provided("exp", null), Reason.CLAIM);
        refuse(verifier, provided("exp", String.valueOf(now())), Reason.EXPIRED);
        accept(verifier, provided("exp", String.valueOf(now() + month)));
        refuse(verifier, provided("exp", String.valueOf(now() + month + 1)), Reason.LIFETIME);
        refuse(verifier, provided("iat", String.valueOf(now() + 3599 - month)), Reason.LIFETIME);
    }

    @Test
    void aRememberedTokenEnds() {
        TokenVerifier verifier = trusting(rsaKey());
        assertThat(verifier.verify(provided())).isSameAs(verifier.verify(provided()));

        String token = provided();
        clock.advance(Duration.ofSeconds(3600));
        refuse(verifier, token, Reason.EXPIRED);
    }
}
