package ai.callcenter.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.contract.MovingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
    private final MovingClock clock = new MovingClock();
    private final TimeOrderedIds ids = new TimeOrderedIds(clock);

    private List<UUID> take(int count) {
        List<UUID> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(ids.get());
        }
        return taken;
    }

    private static void inOrder(List<UUID> taken) {
        assertThat(taken)
                .isSortedAccordingTo(Comparator.comparing(UUID::toString))
                .doesNotHaveDuplicates();
    }

    @Test
    void areOfVersionSevenAndTheRfcsVariant() {
        for (UUID id : take(5000)) {
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        }
    }

    @Test
    void beginWithTheMilliseconds() {
        assertThat(ids.get().getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
        clock.move(Duration.ofDays(400));
        assertThat(ids.get().getMostSignificantBits() >>> 16).isEqualTo(clock.millis());
    }

    @Test
    void stayInOrderWhileTheClockStandsStill() {
        inOrder(take(10_000)); // more than the counter of one millisecond holds
    }

    @Test
    void stayInOrderWhenTheClockStepsBack() {
        List<UUID> taken = take(10);
        clock.move(Duration.ofHours(-1));
        taken.addAll(take(10));
        clock.move(Duration.ofHours(2));
        taken.addAll(take(10));
        inOrder(taken);
    }

    @Test
    void areUniqueAmongThreads() {
        Set<UUID> all = ConcurrentHashMap.newKeySet();
        IntStream.range(0, 20_000).parallel().forEach(i -> all.add(ids.get()));
        assertThat(all).hasSize(20_000);
    }

    @Test
    void ofTwoProcessesDiffer() {
        TimeOrderedIds other = new TimeOrderedIds(clock);
        assertThat(take(1000))
                .doesNotContainAnyElementsOf(
                        IntStream.range(0, 1000).mapToObj(i -> other.get()).toList());
    }
}
