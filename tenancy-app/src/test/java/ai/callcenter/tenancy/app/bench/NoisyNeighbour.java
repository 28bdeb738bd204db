package ai.callcenter.tenancy.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One tenant far beyond its limit: what the others feel of it. */
final class NoisyNeighbour {
    /** What every tenant may: 100 requests a second. */
    static final String LIMIT = "100/PT1S";

    private static final int LIMIT_A_SECOND = 100;
    private static final int TIMES = 50;
    private static final int NOISY_CONNECTIONS = 32;
    private static final int OTHERS = 20;
    private static final int OTHERS_A_SECOND = 20;

    private final int port;
    private final Population population;
    private final Duration time;
    private final PrintStream out;

    NoisyNeighbour(int port, Population population, Duration time, PrintStream out) {
        this.port = port;
        this.population = population;
        this.time = time;
        this.out = out;
    }

    private record Result(Figures.Summary others, long othersRefused, long noisyTaken, long noisyRefused) {}

    /**
     * Runs and prints it.
     *
     * @param rounds how often alone and together are measured in turn
     * @return whether none of the others was refused, and the median of the ratios of their p99 is at most 1.5
     */
    boolean run(int rounds) throws Exception {
        measure(true, time.multipliedBy(3)); // warm-up
        out.printf(
                "%n%d tenants at %d requests a second, each may make %d; one more at %d times its limit.%n",
                OTHERS, OTHERS_A_SECOND, LIMIT_A_SECOND, TIMES);
        List<Double> ratios = new ArrayList<>();
        long refused = 0;
        for (int i = 0; i < rounds; i++) {
            Result alone = measure(false, time);
            Result beside = measure(true, time);
            double seconds = time.toMillis() / 1e3;
            ratios.add(beside.others.p99() / alone.others.p99());
            refused += alone.othersRefused + beside.othersRefused;
            out.printf(
                    "others alone: p50 %.0f µs, p99 %.0f µs; beside it: p50 %.0f µs, p99 %.0f µs (%.2f), refused %d;"
                            + " of the one %.0f/s taken, %.0f/s refused%n",
                    alone.others.p50(),
                    alone.others.p99(),
                    beside.others.p50(),
                    beside.others.p99(),
                    ratios.getLast(),
                    beside.othersRefused,
                    beside.noisyTaken / seconds,
                    beside.noisyRefused / seconds);
        }
        ratios.sort(null);
        double median = ratios.get(ratios.size() / 2);
        out.printf(
                "Of the others' p99, beside it to alone: %.2f (median; at most 1.5), refused: %d%n", median, refused);
        return median <= 1.5 && refused == 0;
    }

    private Result measure(boolean noisy, Duration during) throws Exception {
        long end = System.nanoTime() + during.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<PacedClient>> others = new ArrayList<>();
            for (int i = 1; i <= OTHERS; i++) {
                others.add(start(threads, i, end, 1_000_000_000L / OTHERS_A_SECOND));
            }
            List<Future<PacedClient>> one = new ArrayList<>();
            for (int i = 0; noisy && i < NOISY_CONNECTIONS; i++) {
                one.add(start(threads, 0, end, 1_000_000_000L * NOISY_CONNECTIONS / (LIMIT_A_SECOND * TIMES)));
            }
            Figures figures = new Figures();
            long refused = 0;
            for (Future<PacedClient> client : others) {
                figures.add(client.get().figures());
                refused += client.get().refused();
            }
            long taken = 0;
            long noisyRefused = 0;
            for (Future<PacedClient> client : one) {
                taken += client.get().figures().size();
                noisyRefused += client.get().refused();
            }
            return new Result(figures.summary(OTHERS), refused, taken, noisyRefused);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private Future<PacedClient> start(ExecutorService threads, int tenant, long end, long period) {
        return threads.submit(() -> {
            try (PacedClient client =
                    new PacedClient(port, population.admin(tenant).token())) {
                return client.run(end, period);
            }
        });
    }
}
