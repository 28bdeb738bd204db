package ai.callcenter.tenancy.app.bench;

import ai.callcenter.tenancy.http.fuzz.Wire;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Measures the server against a bare handler on the same database, each in a JVM of its own, all on loopback. */
public final class Bench {
    private static final int SMALL = 1_000;
    private static final int LARGE = 100_000;

    private final Options options;
    private final PrintStream out;

    private Bench(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Runs it; {@code --help} says with what. */
    public static void main(String... arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(Options.USAGE);
            return;
        }
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + Options.USAGE);
            System.exit(2);
            return;
        }
        Logger.getLogger("").setLevel(Level.SEVERE);
        Path folder = Files.createTempDirectory("tenancy-bench");
        boolean passed = true;
        try {
            Bench bench = new Bench(options, out);
            if (options.noisy()) {
                passed = bench.runNoisy(folder);
            } else if (options.embedded()) {
                bench.runEmbedded(folder);
            } else {
                bench.run(folder);
            }
        } finally {
            delete(folder);
        }
        System.exit(passed ? 0 : 1);
    }

    private void run(Path folder) throws Exception {
        String secret = UUID.randomUUID() + "." + UUID.randomUUID();
        try (Data data = Data.start(folder.resolve("data"), secret)) {
            data.load(1, SMALL);
            Map<String, String> settings = new HashMap<>(data.settings("measured"));
            settings.put("TENANCY_DATA_DIR", folder.resolve("server").toString());
            if (options.enumeration()) {
                settings.put("TENANCY_RATE_LIMIT", "off");
                settings.put("TENANCY_RATE_LIMIT_ANONYMOUS", "off");
                enumerate(folder, settings, secret);
                return;
            }
            try (Child bare = Child.start(folder, data.settings("bare"), BareServer.class.getName());
                    Child server = Child.start(folder, settings, "ai.callcenter.tenancy.app.Main", "serve")) {
                Comparison comparison = new Comparison(options, server.awaitPort(), bare.awaitPort(), out);
                out.printf(
                        "Java %s, %d processors, each server with %s and 10 connections to PostgreSQL; no request log.%n",
                        Runtime.version(), Runtime.getRuntime().availableProcessors(), String.join(" ", Child.FLAGS));
                out.printf(
                        "%d s a load, %d rounds; medians. A rate is connections / mean time of an answer.%n",
                        options.seconds(), options.rounds());
                Map<String, Double> small = measure(comparison, SMALL, secret, server);
                if (options.large()) {
                    data.load(SMALL + 1, LARGE);
                    Map<String, Double> large = measure(comparison, LARGE, secret, server);
                    out.printf("%nCost at %,d tenants in relation to %,d:%n", LARGE, SMALL);
                    small.forEach((what, rate) -> out.printf("%s  %.2f%n", what, rate / large.getOrDefault(what, 0.0)));
                }
            }
        }
    }

    private boolean runNoisy(Path folder) throws Exception {
        String secret = UUID.randomUUID() + "." + UUID.randomUUID();
        try (Data data = Data.start(folder.resolve("data"), secret)) {
            data.load(1, SMALL);
            Map<String, String> settings = new HashMap<>(data.settings("measured"));
            settings.put("TENANCY_DATA_DIR", folder.resolve("server").toString());
            settings.put("TENANCY_RATE_LIMIT", NoisyNeighbour.LIMIT);
            try (Child server = Child.start(folder, settings, "ai.callcenter.tenancy.app.Main", "serve")) {
                Duration time = Duration.ofSeconds(options.seconds());
                Population population = new Population(SMALL, secret);
                return new NoisyNeighbour(server.awaitPort(), population, time, out).run(options.rounds());
            }
        }
    }

    private void runEmbedded(Path folder) throws Exception {
        try (Data data = Data.start(folder.resolve("data"), UUID.randomUUID().toString())) {
            data.load(1, SMALL);
            try (Embedded embedded = Embedded.over(data)) {
                embedded.run(new Turns(options, out));
            }
        }
    }

    private void enumerate(Path folder, Map<String, String> settings, String secret) throws Exception {
        try (Child server = Child.start(folder, settings, "ai.callcenter.tenancy.app.Main", "serve");
                Wire wire = new Wire(server.awaitPort())) {
            new Enumeration(new Population(SMALL, secret), wire, out).run(options.samples());
        }
    }

    private Map<String, Double> measure(Comparison comparison, int tenants, String secret, Child server)
            throws IOException {
        out.printf("%n%,d tenants × %d members%n", tenants, Population.MEMBERS);
        Map<String, Double> rates = comparison.run(new Population(tenants, secret));
        out.println("The server after 64 connections: " + server.memory());
        return rates;
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.err.println("left behind: " + folder + " (" + e + ")");
        }
    }
}
