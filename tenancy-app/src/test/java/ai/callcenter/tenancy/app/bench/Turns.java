package ai.callcenter.tenancy.app.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ways to do the same, on one thread in turns so short that what else the machine does comes to all of them. */
final class Turns {
    private static final long TURN_MILLIS = 100;

    private final Options options;
    private final PrintStream out;

    Turns(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Something that is done again and again. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** How long each time took, of those that began before an end, by {@link System#nanoTime}. */
    @FunctionalInterface
    interface Load {
        Figures until(long end) throws Exception;
    }

    record Way(String name, Load load) {
        static Way of(String name, Work work) {
            return new Way(name, end -> repeat(work, end));
        }
    }

    static Figures repeat(Work work, long end) throws Exception {
        Figures figures = new Figures();
        for (long from = System.nanoTime(); from < end; ) {
            work.run();
            long to = System.nanoTime();
            figures.add(to - from);
            from = to;
        }
        return figures;
    }

    /** Prints a line a way: the median of its rounds, and of its ratios to the first way in the same round. */
    void measure(String what, List<Way> ways) throws Exception {
        List<List<Double>> micros = new ArrayList<>();
        List<List<Double>> ratios = new ArrayList<>();
        ways.forEach(way -> {
            micros.add(new ArrayList<>());
            ratios.add(new ArrayList<>());
        });
        for (int round = -1; round < options.rounds(); round++) { // the one before the first warms up
            List<Figures> figures = round(ways);
            double first = figures.getFirst().summary(1).p50();
            for (int i = 0; i < ways.size() && round >= 0; i++) {
                double took = figures.get(i).summary(1).p50();
                micros.get(i).add(took);
                ratios.get(i).add(took / first);
            }
        }
        double first = median(micros.getFirst());
        out.printf("%n%-34s %8s %8s %8s  %s%n", what, "µs", "more µs", "ratio", "of each round");
        for (int i = 0; i < ways.size(); i++) {
            double took = median(micros.get(i));
            out.printf(
                    "  %-32s %8.0f %8.0f %8.2f  %s%n",
                    ways.get(i).name(),
                    took,
                    took - first,
                    median(ratios.get(i)),
                    String.join(
                            " ", ratios.get(i).stream().map("%.2f"::formatted).toList()));
        }
    }

    private List<Figures> round(List<Way> ways) throws Exception {
        List<Figures> figures = ways.stream().map(way -> new Figures()).toList();
        for (long turns = TimeUnit.SECONDS.toMillis(options.seconds()) / TURN_MILLIS; turns > 0; turns--) {
            for (int i = 0; i < ways.size(); i++) {
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TURN_MILLIS);
                figures.get(i).add(ways.get(i).load().until(end));
            }
        }
        return figures;
    }

    /** Says how it is measured; others may use the machine too. */
    void explain() {
        out.printf(
                "Java %s, %d processors, load %.1f; one thread, %d s a load, %d rounds; medians.%n"
                        + "Commits do not wait for the disk.%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                options.seconds(),
                options.rounds());
    }

    private static double median(List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
