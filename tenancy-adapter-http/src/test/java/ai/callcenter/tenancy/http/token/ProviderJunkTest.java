package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.token.InvalidTokenException.Reason;
import ai.callcenter.tenancy.http.token.oidc.FakeKey;
import ai.callcenter.tenancy.http.token.oidc.FakeProvider;
import ai.callcenter.tenancy.http.token.oidc.Quick;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Strangers name keys that are nowhere: that costs the provider next to nothing, and nobody waits. */
class ProviderJunkTest extends ProviderFixture {
    private static final int THREADS = 16;
    private static final int TOKENS = 1_000;

    private final String signed = provided();

    private String junk(int i) {
        String header = "{\"alg\":\"RS256\",\"kid\":\"junk " + i + "\"}";
        return FakeKey.encode(header.getBytes(UTF_8)) + signed.substring(signed.indexOf('.'));
    }

    @Test
    void causesNoQuestionWithinTheGap() throws Exception {
        TokenVerifier verifier = trusting(rsaKey());

        junkFromAll(verifier);
        accept(verifier, provided());
        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void causesOneQuestionAGap() throws Exception {
        Duration gap = Duration.ofMillis(200);
        provider.publish(rsaKey());
        long start = System.nanoTime();
        TokenVerifier verifier = verifier(Quick.onMisses(gap, oidc()));
        do {
            junkFromAll(verifier);
        } while (provider.asked() < 3);
        int asked = provider.asked();

        // The rounds begin a gap apart, so so many take at least that long.
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(gap.multipliedBy(asked - 1L).toNanos());
    }

    @Test
    void nobodyWaitsForAProviderThatDoesNotAnswer() throws Exception {
        provider.publish(rsaKey());
        TokenVerifier verifier = verifier(Quick.onMisses(Duration.ofMillis(5), oidc()));
        CountDownLatch silence = new CountDownLatch(1);
        provider.onKeys(exchange -> {
            try {
                silence.await();
            } catch (InterruptedException e) {
                exchange.close();
            }
            FakeProvider.answer("{\"keys\":[" + rsaKey() + "]}").handle(exchange);
        });
        try {
            refuse(verifier, junk(0), Reason.KEY);
            Quick.await("the question", () -> provider.asked() == 2);
            junkFromAll(verifier);
            accept(verifier, provided("name", "\"never seen\""));
            assertThat(provider.asked()).as("still the same question").isEqualTo(2);
        } finally {
            silence.countDown();
        }
    }

    @Test
    void doesNotDelayANewKey() throws Exception {
        provider.publish(rsaKey());
        TokenVerifier verifier = verifier(Quick.onMisses(Duration.ofMillis(100), oidc()));
        AtomicBoolean enough = new AtomicBoolean();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> {
                    for (int n = 0; !enough.get(); n++) {
                        refuse(verifier, junk(n), Reason.KEY);
                        Thread.sleep(1);
                    }
                    return null;
                });
            }
            try {
                provider.publish(rsaKey(), FakeKey.P256.jwk("new", ""));
                int before = provider.asked();
                // The round after the next one has begun, so the next one has ended.
                Quick.await("two rounds", () -> provider.asked() >= before + 2);
                accept(verifier, FakeKey.P256.token("ES256", "new", claims()));
            } finally {
                enough.set(true);
            }
        }
    }

    /** Each is refused for its key; returns when all have been, and fails where one has to wait. */
    private void junkFromAll(TokenVerifier verifier) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> all = new ArrayList<>();
            for (int t = 0; t < THREADS; t++) {
                int first = t * TOKENS;
                all.add(threads.submit(() -> {
                    start.await();
                    for (int i = first; i < first + TOKENS / THREADS + 1; i++) {
                        refuse(verifier, junk(i), Reason.KEY);
                    }
                    return null;
                }));
            }
            start.countDown();
            for (Future<?> one : all) {
                one.get(10, TimeUnit.SECONDS);
            }
        }
    }
}
