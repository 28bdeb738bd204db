package ai.callcenter.tenancy.http.token;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.FakeKey;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import ai.callcenter.tenancy.http.token.oidc.Quick;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A provider's keys come, go, and are out of reach for a while. */
class ProviderRotationTest extends ProviderFixture {
    private static final Duration SHORT = Duration.ofMillis(50);

    @Test
    void aNewKeyIsFetchedOnceForTheFirstTokenUnderIt() throws Exception {
        provider.publish(rsaKey());
        OidcProviders providers = Quick.onMisses(SHORT, oidc());
        TokenVerifier verifier = verifier(providers);
        provider.publish(rsaKey(), FakeKey.P256.jwk("new", ""));
        String token = FakeKey.P256.token("ES256", "new", claims());

        refuse(verifier, token, Reason.KEY);
        Quick.await("the new key", () -> knows(providers, "new"));
        accept(verifier, token);
        accept(verifier, provided());
        Thread.sleep(SHORT.multipliedBy(3));
        assertThat(provider.asked()).isEqualTo(2);
    }

    @Test
    void knownKeysCauseNoQuestions() throws Exception {
        provider.publish(rsaKey());
        TokenVerifier verifier = verifier(Quick.onMisses(Duration.ofMillis(5), oidc()));

        for (int i = 0; i < 20; i++) {
            accept(verifier, provided("n", String.valueOf(i)));
            refuse(verifier, FakeKey.OTHER_RSA.token("RS256", "rsa", claims()), Reason.SIGNATURE);
            refuse(verifier, FakeKey.RSA.token("PS256", "rsa", claims()), Reason.ALGORITHM);
            refuse(verifier, provided("iss", "\"https://attacker.example\""), Reason.ISSUER);
        }
        Thread.sleep(SHORT);
        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void aWithdrawnKeyTakesWhatIsRememberedAlong() throws Exception {
        provider.publish(rsaKey(), FakeKey.P256.jwk("stays", ""));
        OidcProviders providers = Quick.often(oidc());
        TokenVerifier verifier = verifier(providers);
        String token = provided();
        String other = FakeKey.P256.token("ES256", "stays", claims());
        VerifiedToken known = verifier.verify(other);
        accept(verifier, token);

        provider.publish(FakeKey.P256.jwk("stays", ""));
        Quick.await("the key to go", () -> !knows(providers, "rsa"));
        refuse(verifier, token, Reason.KEY);
        assertThat(verifier.verify(other)).as("still remembered").isSameAs(known);

        provider.publish();
        Quick.await("the last key to go", () -> !knows(providers, "stays"));
        refuse(verifier, other, Reason.KEY);
    }

    /** As after the loss of a private key: the name may stay, the key does not. */
    @Test
    void aKeyThatIsReplacedUnderItsName() throws Exception {
        provider.publish(rsaKey());
        TokenVerifier verifier = verifier(Quick.often(oidc()));
        String stolen = provided();
        accept(verifier, stolen);

        provider.publish(FakeKey.OTHER_RSA.jwk("rsa", ",\"alg\":\"RS256\""));
        String good = FakeKey.OTHER_RSA.token("RS256", "rsa", claims());
        Quick.await("the other key", () -> accepts(verifier, good));
        refuse(verifier, stolen, Reason.SIGNATURE);
    }

    @Test
    void knownKeysGoOnWhileTheProviderIsAway() throws Exception {
        provider.publish(rsaKey());
        TokenVerifier verifier = verifier(Quick.often(oidc()));
        String remembered = provided();
        accept(verifier, remembered);
        int before = provider.asked();
        provider.onKeys(exchange -> exchange.close());
        Quick.await("some failures", () -> provider.asked() > before + 3);

        accept(verifier, remembered);
        accept(verifier, provided("name", "\"never seen\""));
    }

    private boolean knows(OidcProviders providers, String kid) {
        return !Objects.requireNonNull(providers.find(provider.issuer()))
                .keys()
                .named(kid)
                .isEmpty();
    }

    private static boolean accepts(TokenVerifier verifier, String token) {
        try {
            verifier.verify(token);
            return true;
        } catch (InvalidTokenException e) {
            return false;
        }
    }
}
