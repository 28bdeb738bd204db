package ai.callcenter.tenancy.http.token.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How much of an answer is read, and for how long; what is known stays, and a failure is told once. */
class DownloadTest {
    private static final String KEY = FakeKey.RSA.jwk("rsa", "");

    private final FakeProvider provider = new FakeProvider();
    private final Warnings warnings = new Warnings(provider.issuer());

    @AfterEach
    void close() {
        warnings.close();
        provider.close();
    }

    /** Knows a key, meets a fault some times, and is well again. */
    private void faultWhileOneIsKnown(String warning, Runnable fault) throws InterruptedException {
        provider.publish(KEY);
        try (OidcProviders providers = Quick.often(Quick.settings(provider))) {
            OidcProvider one = Objects.requireNonNull(providers.find(provider.issuer()));
            Quick.await("the first keys", () -> one.keys().named("rsa").size() == 1);
            fault.run();
            int before = provider.asked();
            Quick.await("some failures", () -> provider.asked() > before + 2);

            assertThat(one.keys().named("rsa")).as("goes on").hasSize(1);
            assertThat(one.keys().named("bad")).isEmpty();
            assertThat(warnings.lines()).singleElement().asString().contains(warning);

            provider.publish(KEY, FakeKey.P256.jwk("new", ""));
            Quick.await("good news", () -> warnings.has("can be had again"));
            assertThat(one.keys().named("new")).hasSize(1);
            assertThat(warnings.lines()).hasSize(2);
        }
    }

    @Test
    void aSetThatIsTooLong() throws InterruptedException {
        String bad = FakeProvider.keySet(FakeKey.RSA.jwk("bad", ""));
        String filled = bad + " ".repeat(Download.MAX_BYTES + 1 - bad.length());

        faultWhileOneIsKnown("it is longer than 262144 bytes", () -> provider.answerKeys(filled));
    }

    @Test
    void aSetOfTheLongestLength() {
        String good = FakeProvider.keySet(KEY);
        provider.answerKeys(good + " ".repeat(Download.MAX_BYTES - good.length()));
        try (OidcProviders providers = Quick.once(Quick.settings(provider))) {
            OidcProvider one = Objects.requireNonNull(providers.find(provider.issuer()));
            assertThat(one.keys().named("rsa")).hasSize(1);
        }
        assertThat(warnings.lines()).isEmpty();
    }

    @Test
    void moreKeysThanAreTaken() throws InterruptedException {
        faultWhileOneIsKnown("it has 101 keys, at most 100 are taken", () -> provider.publish(keys(101)));
        assertThat(keys(101)).hasSize(101);
    }

    @Test
    void asManyKeysAsAreTaken() {
        provider.publish(keys(100));
        try (OidcProviders providers = Quick.once(Quick.settings(provider))) {
            assertThat(Objects.requireNonNull(providers.find(provider.issuer()))
                            .keys()
                            .named("99"))
                    .hasSize(1);
        }
    }

    private static String[] keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> FakeKey.P256.jwk(String.valueOf(i), ""))
                .toArray(String[]::new);
    }

    @Test
    void aProviderInTrouble() throws InterruptedException {
        faultWhileOneIsKnown(
                "it answers with status 503",
                () -> provider.onKeys(exchange -> FakeProvider.send(exchange, 503, "{\"keys\":[]}")));
    }

    /** The head comes at once, so that only a limit on the whole helps. */
    @Test
    void aBodyThatDoesNotEnd() {
        CountDownLatch never = new CountDownLatch(1);
        provider.onKeys(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                never.await();
            } catch (InterruptedException e) {
                exchange.close();
            }
        });
        Pace pace = new Pace(Quick.NEVER, Quick.NEVER, Duration.ofSeconds(10), Duration.ofMillis(500));
        try (Download download = new Download(pace)) {
            assertThatThrownBy(() -> download.get(URI.create(provider.issuer() + "/keys")))
                    .isInstanceOf(ProviderException.class)
                    .hasMessageMatching("no whole answer within .*|no answer in time");
        } finally {
            never.countDown();
        }
    }
}
