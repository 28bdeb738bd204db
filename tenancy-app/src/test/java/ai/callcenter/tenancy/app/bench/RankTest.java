package ai.callcenter.tenancy.app.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The Mann-Whitney U test of two samples, two-sided, by the normal approximation with the correction for ties (Mann and
 * Whitney 1947; Conover, Practical Nonparametric Statistics, section 5.1).
 *
 * @param effect how likely a value of the second sample is above one of the first: 0.5 where they cannot be told apart,
 *     0 or 1 where one look is enough
 * @param p how likely a difference of this size is by chance alone
 */
record RankTest(double effect, double p) {
    private record Value(double value, boolean second) {}

    /** Compares two samples of 20 or more values each. */
    static RankTest of(double[] first, double[] second) {
        List<Value> all = new ArrayList<>();
        for (double value : first) {
            all.add(new Value(value, false));
        }
        for (double value : second) {
            all.add(new Value(value, true));
        }
        all.sort(Comparator.comparingDouble(Value::value));
        double n1 = first.length;
        double n2 = second.length;
        double n = n1 + n2;
        double rankSum = 0;
        double ties = 0;
        for (int from = 0, to; from < all.size(); from = to) {
            to = from;
            while (to < all.size() && all.get(to).value() == all.get(from).value()) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            rankSum +=
                    rank * all.subList(from, to).stream().filter(Value::second).count();
            double tied = to - from;
            ties += tied * tied * tied - tied;
        }
        double u = rankSum - n2 * (n2 + 1) / 2;
        double variance = n1 * n2 / 12 * (n + 1 - ties / (n * (n - 1)));
        double z = variance == 0 ? 0 : (u - n1 * n2 / 2) / Math.sqrt(variance);
        return new RankTest(u / (n1 * n2), twoSided(Math.abs(z)));
    }

    /** The two tails of the normal distribution beyond z, to 7 digits (Abramowitz and Stegun, 26.2.17). */
    private static double twoSided(double z) {
        double t = 1 / (1 + 0.2316419 * z);
        double polynomial =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return Math.min(1, 2 * Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial);
    }
}
