package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    private static Future<Boolean> inLine(ExecutorService threads, Turns turns) throws InterruptedException {
        int before = turns.waiting();
        Future<Boolean> turn = threads.submit(() -> {
            turns.begin();
            return true;
        });
        while (turns.waiting() == before) {
            Thread.sleep(1);
        }
        return turn;
    }

    @Test
    void asManyAsThereAreConnectionsAndNoMore() throws Exception {
        Turns turns = new Turns(3, LONG);
        AtomicInteger in = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(32);
        Callable<Integer> visitor = () -> {
            start.await();
            for (int i = 0; i < 5_000; i++) {
                turns.begin();
                most.accumulateAndGet(in.incrementAndGet(), Math::max);
                if (i % 100 == 0) {
                    Thread.yield();
                }
                in.decrementAndGet();
                turns.end();
            }
            return 5_000;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> visits = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                visits.add(threads.submit(visitor));
            }
            for (Future<Integer> visit : visits) {
                assertThat(visit.get(50, TimeUnit.SECONDS)).isEqualTo(5_000);
            }
        }
        assertThat(most).hasValueBetween(1, 3);
        assertThat(turns.waiting()).isZero();
        for (int i = 0; i < 3; i++) { // none was lost on the way
            turns.begin();
        }
    }

    @Test
    void whoCameFirstIsFirst() throws Exception {
        Turns turns = new Turns(1, LONG);
        turns.begin();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> first = inLine(threads, turns);
            Future<Boolean> second = inLine(threads, turns);
            turns.end();
            assertThat(first.get(10, TimeUnit.SECONDS)).isTrue();
            assertThat(second.isDone()).isFalse();
            turns.end();
            assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(turns.waits()).isEqualTo(2);
        assertThat(turns.waitedNanos()).isPositive();
        assertThat(turns.refused()).isZero();
    }

    @Test
    void aWaitEndsWhenItTakesTooLongAndCostsNoTurn() throws Exception {
        Turns turns = new Turns(1, Duration.ofMillis(1));
        turns.begin();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> late = inLine(threads, turns);
            while (!late.isDone()) {
                turns.endLongWaits();
                Thread.sleep(1);
            }
            assertThatThrownBy(() -> late.get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(SQLTransientConnectionException.class);
        }
        assertThat(turns.refused()).isEqualTo(1);
        assertThat(turns.waiting()).isZero();
        turns.end();
        turns.begin();
    }

    @Test
    void whoIsInterruptedLeavesTheLine() throws Exception {
        Turns turns = new Turns(1, LONG);
        turns.begin();
        AtomicInteger interrupted = new AtomicInteger();
        Thread visitor = Thread.ofVirtual().start(() -> {
            try {
                turns.begin();
            } catch (SQLException e) {
                interrupted.set(Thread.currentThread().isInterrupted() ? 1 : 2);
            }
        });
        while (turns.waiting() == 0) {
            Thread.sleep(1);
        }
        visitor.interrupt();
        visitor.join();
        assertThat(interrupted).hasValue(1);
        turns.end();
        turns.begin();
    }
}
