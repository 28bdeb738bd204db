package ai.callcenter.tenancy.app.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Loads both servers in turn, and prints the medians of the rounds. */
final class Comparison {
    private static final int[] CONNECTIONS = {1, 16, 64};

    private final Options options;
    private final int server;
    private final int bare;
    private final PrintStream out;

    /**
     * A comparison.
     *
     * @param server the port of the measured server
     * @param bare the port of the bare handler
     */
    Comparison(Options options, int server, int bare, PrintStream out) {
        this.options = options;
        this.server = server;
        this.bare = bare;
        this.out = out;
    }

    /**
     * Runs it.
     *
     * @return the server's requests a second, by kind and connections
     */
    Map<String, Double> run(Population population) throws IOException {
        // On two processors the compilers are busy for the first half minute; a server that still compiles is measured
        // with a quarter of its time taken away.
        Duration warmUp = Duration.ofSeconds(6L * options.seconds());
        for (List<Kind> kinds : Kind.WORKLOADS) {
            for (int port : new int[] {bare, server}) {
                new Load(population, kinds, 16).run(port, warmUp);
            }
        }
        out.printf(
                "%-14s %5s | %8s %8s %8s | %8s %8s %8s | %6s  %s%n",
                "", "conn.", "bare/s", "p50 µs", "p99 µs", "server/s", "p50 µs", "p99 µs", "ratio", "of each round");
        Map<String, Double> rates = new LinkedHashMap<>();
        for (List<Kind> kinds : Kind.WORKLOADS) {
            for (int connections : CONNECTIONS) {
                rates.putAll(measure(new Load(population, kinds, connections), kinds, connections));
            }
        }
        return rates;
    }

    private record Round(Figures.Summary bare, Figures.Summary server) {
        double ratio() {
            return server.rate() / bare.rate();
        }
    }

    private Map<String, Double> measure(Load load, List<Kind> kinds, int connections) throws IOException {
        Duration time = Duration.ofSeconds(options.seconds());
        Map<Kind, List<Round>> rounds = new EnumMap<>(Kind.class);
        for (int i = 0; i < options.rounds(); i++) {
            Map<Kind, Figures> one = load.run(bare, time);
            Map<Kind, Figures> other = load.run(server, time);
            for (Kind kind : kinds) {
                rounds.computeIfAbsent(kind, k -> new ArrayList<>())
                        .add(new Round(summary(one, kind, connections), summary(other, kind, connections)));
            }
        }
        Map<String, Double> rates = new LinkedHashMap<>();
        rounds.forEach((kind, all) -> {
            double rate = median(all, round -> round.server().rate());
            out.printf(
                    "%-14s %5d | %8.0f %8.0f %8.0f | %8.0f %8.0f %8.0f | %6.2f  %s%n",
                    kind,
                    connections,
                    median(all, round -> round.bare().rate()),
                    median(all, round -> round.bare().p50()),
                    median(all, round -> round.bare().p99()),
                    rate,
                    median(all, round -> round.server().p50()),
                    median(all, round -> round.server().p99()),
                    median(all, Round::ratio),
                    String.join(
                            " ",
                            all.stream()
                                    .map(round -> "%.2f".formatted(round.ratio()))
                                    .toList()));
            rates.put("%-14s %5d".formatted(kind, connections), rate);
        });
        return rates;
    }

    private static Figures.Summary summary(Map<Kind, Figures> figures, Kind kind, int connections) {
        return figures.getOrDefault(kind, new Figures()).summary(connections);
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
