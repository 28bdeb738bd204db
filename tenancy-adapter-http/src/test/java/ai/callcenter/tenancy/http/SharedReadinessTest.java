package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SharedReadinessTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** Near the end of a long, where {@code System.nanoTime()} may begin. */
    private long now = Long.MAX_VALUE - SECOND / 2;

    private @Nullable String fault;
    private int asked;

    private final SharedReadiness readiness = new SharedReadiness(this::ask, () -> now);

    private @Nullable String ask() {
        asked++;
        return fault;
    }

    @Test
    void anAnswerIsKeptForLessThanASecond() {
        assertThat(readiness.fault()).isNull();
        fault = "away";
        now += SECOND - 1;
        assertThat(readiness.fault()).isNull();
        now++;
        assertThat(readiness.fault()).isEqualTo("away");
        fault = null;
        now += SECOND - 1;
        assertThat(readiness.fault()).isEqualTo("away");
        now++;
        assertThat(readiness.fault()).isNull();
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void anAnswerIsAsOldAsItsEnd() {
        SharedReadiness slow = new SharedReadiness(
                () -> {
                    now += 2 * SECOND;
                    return ask();
                },
                () -> now);
        slow.fault();
        slow.fault();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void whatFailsIsAskedAgain() {
        SharedReadiness failing = new SharedReadiness(
                () -> {
                    if (asked++ == 0) {
                        throw new IllegalStateException("once");
                    }
                    return null;
                },
                () -> now);
        assertThatIllegalStateException().isThrownBy(failing::fault);
        assertThat(failing.fault()).isNull();
    }

    @Test
    void whoAsksMeanwhileWaitsForTheSameAnswer() throws Exception {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger times = new AtomicInteger();
        SharedReadiness shared = new SharedReadiness(
                () -> {
                    times.incrementAndGet();
                    asking.countDown();
                    try {
                        assertThat(answered.await(10, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "away";
                },
                System::nanoTime);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(shared::fault);
            assertThat(asking.await(10, TimeUnit.SECONDS)).isTrue();
            var second = threads.submit(shared::fault);
            answered.countDown();
            assertThat(first.get()).isEqualTo("away");
            assertThat(second.get()).isEqualTo("away");
        }
        assertThat(times).hasValue(1);
    }
}
