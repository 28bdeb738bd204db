package ai.callcenter.tenancy.http.token.oidc;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** From the start, with or without a provider, to the end. */
class ProviderLifeTest {

    private static boolean lives(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(one -> one.getName().equals(thread));
    }

    /** Other tests may have clients of their own. */
    private static Set<Thread> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(one -> one.getName().matches("HttpClient-.*-SelectorManager"))
                .collect(toSet());
    }

    @Test
    void closeEndsEveryThreadAndKeepsTheKeys() throws InterruptedException {
        Set<Thread> others = clients();
        try (FakeProvider fake = new FakeProvider()) {
            fake.publish(FakeKey.RSA.jwk("rsa", ""));
            OidcProviders providers = Quick.once(Quick.settings(fake));
            OidcProvider one = Objects.requireNonNull(providers.find(fake.issuer()));
            Set<Thread> its = clients();
            its.removeAll(others);
            assertThat(its).isNotEmpty();
            assertThat(lives("oidc " + fake.issuer())).isTrue();

            providers.close();
            Quick.await("the thread to end", () -> !lives("oidc " + fake.issuer()));
            Quick.await("the client to end", () -> its.stream().noneMatch(Thread::isAlive));
            assertThat(one.keys().named("rsa")).hasSize(1);
            one.miss();
            assertThat(fake.asked()).isEqualTo(1);
        }
    }

    @Test
    void closeEndsAQuestionThatIsUnderWay() throws InterruptedException {
        try (FakeProvider fake = new FakeProvider()) {
            fake.publish(FakeKey.RSA.jwk("rsa", ""));
            OidcProviders providers = Quick.often(Quick.settings(fake));
            CountDownLatch underWay = new CountDownLatch(1);
            fake.onKeys(exchange -> {
                underWay.countDown();
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException e) {
                    exchange.close();
                }
            });
            assertThat(underWay.await(10, TimeUnit.SECONDS)).isTrue();

            providers.close();
            Quick.await("the thread to end", () -> !lives("oidc " + fake.issuer()));
        }
    }

    @Test
    void aProviderThatIsAwayAtTheStartMayComeLater() throws InterruptedException {
        FakeProvider gone = new FakeProvider();
        gone.close();
        OidcSettings settings = Quick.settings(gone);
        try (Warnings warnings = new Warnings(gone.issuer());
                OidcProviders providers = Quick.often(settings)) {
            OidcProvider one = Objects.requireNonNull(providers.find(settings.issuer()));
            assertThat(one.keys().isEmpty()).isTrue();
            assertThat(warnings.lines()).singleElement().asString().contains("no connection");

            try (FakeProvider back = new FakeProvider(gone.port())) {
                back.publish(FakeKey.RSA.jwk("rsa", ""));
                Quick.await("the keys", () -> one.keys().named("rsa").size() == 1);
                Quick.await("good news", () -> warnings.has("can be had again"));
            }
        }
    }
}
