package ai.callcenter.tenancy.http.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be repeated: the same seed and the same number of the request give the same throws. */
final class Dice {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    Dice(long seed, int request) {
        random = new SplittableRandom(seed + request * SPREAD);
    }

    /** True as often as this in a hundred times. */
    boolean percent(int often) {
        return random.nextInt(100) < often;
    }

    /** From nothing up to this, exclusive. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    @SafeVarargs
    final <T> T of(T... several) {
        return several[random.nextInt(several.length)];
    }

    String hex() {
        return Long.toHexString(random.nextLong() | Long.MIN_VALUE);
    }
}
