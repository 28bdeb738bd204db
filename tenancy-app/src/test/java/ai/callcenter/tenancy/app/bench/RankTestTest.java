package ai.callcenter.tenancy.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankTestTest {
    @Test
    void theSameTwiceCannotBeToldApart() {
        double[] sample = IntStream.range(0, 50).asDoubleStream().toArray();
        RankTest test = RankTest.of(sample, sample);
        assertThat(test.effect()).isEqualTo(0.5, within(1e-12));
        assertThat(test.p()).isEqualTo(1, within(1e-6));
        assertThat(RankTest.of(new double[30], new double[30]).p()).isEqualTo(1, within(1e-6));
    }

    @Test
    void oneAboveTheOtherIsTheWholeEffect() {
        double[] low = IntStream.range(0, 30).asDoubleStream().toArray();
        double[] high = IntStream.range(30, 60).asDoubleStream().toArray();
        assertThat(RankTest.of(low, high).effect()).isEqualTo(1);
        assertThat(RankTest.of(high, low).effect()).isZero();
        // U = 0, sigma = sqrt(30 * 30 * 61 / 12) = 67.639, z = 6.653
        assertThat(RankTest.of(low, high).p()).isEqualTo(2.87e-11, within(1e-12));
    }

    /** By hand: of 25 pairs the second is above in 20, and 3 are ties. */
    @Test
    void tiesShareTheirRanks() {
        RankTest test = RankTest.of(new double[] {1, 2, 2, 3, 4}, new double[] {2, 4, 5, 6, 7});
        assertThat(test.effect()).isEqualTo(1 - 3.5 / 25, within(1e-12));
    }

    @Test
    void aSmallShiftShowsInALargeSample() {
        SplittableRandom random = new SplittableRandom(1);
        double[] one =
                IntStream.range(0, 5_000).mapToDouble(i -> random.nextDouble()).toArray();
        double[] other =
                IntStream.range(0, 5_000).mapToDouble(i -> random.nextDouble()).toArray();
        double[] shifted =
                IntStream.range(0, 5_000).mapToDouble(i -> other[i] + 0.05).toArray();
        assertThat(RankTest.of(one, other).p()).isGreaterThan(0.01);
        assertThat(RankTest.of(one, shifted).p()).isLessThan(1e-6);
    }
}
