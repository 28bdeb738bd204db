package ai.callcenter.tenancy.app.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import ai.callcenter.tenancy.app.bench.Probe.Ask;
import ai.callcenter.tenancy.http.fuzz.Wire;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Whether a stranger can find out what there is: tenants that are not the caller's against ids of none, and e-mails
 * with an account against those without. The same status, the same body but for what the caller sent, and times that a
 * rank test cannot tell apart, all on one connection and in random order.
 */
final class Enumeration {
    /** An effect below it takes thousands of requests to see on loopback, and more over any network. */
    private static final double NEGLIGIBLE = 0.04;

    private static final double CHANCE = 0.001;
    private static final int WARM_UP = 300;

    private final Population population;
    private final Wire wire;
    private final PrintStream out;
    private final SplittableRandom random = new SplittableRandom(1);
    private final Population.Admin caller;

    Enumeration(Population population, Wire wire, PrintStream out) {
        this.population = population;
        this.wire = wire;
        this.out = out;
        this.caller = population.admin(0);
    }

    /** Prints a line a pair. */
    void run(int samples) throws IOException {
        out.printf("%n%d requests of each kind, in random order, one at a time%n", samples);
        out.printf(
                "%-42s %6s %5s | %9s %9s | %6s %9s  %s%n",
                "", "status", "body", "there µs", "absent µs", "effect", "p", "verdict");
        List<Probe> probes = new ArrayList<>(tenants());
        probes.addAll(emails());
        for (Probe probe : probes) {
            measure(probe, samples);
        }
    }

    private List<Probe> tenants() {
        List<Probe> probes = new ArrayList<>();
        for (String operation : List.of(
                "GET ",
                "PATCH  {\"name\":\"x\"}",
                "DELETE ",
                "POST /switch",
                "GET /members",
                "POST /members {\"email\":\"a@b.example\"}",
                "GET /members/a@b.example",
                "PATCH /members/a@b.example {\"role\":\"viewer\"}",
                "DELETE /members/a@b.example",
                "GET /configs",
                "GET /configs/k",
                "PUT /configs/k {\"value\":1}",
                "DELETE /configs/k",
                "GET /audit")) {
            String[] parts = operation.split(" ", 3);
            String json = parts.length > 2 ? parts[2] : "";
            probes.add(new Probe(
                    parts[0] + " tenants/{id}" + parts[1],
                    i -> tenant(parts, json, foreign()),
                    i -> tenant(parts, json, new UUID(foreign().getMostSignificantBits(), random.nextLong())),
                    null));
        }
        return probes;
    }

    private UUID foreign() {
        return population.admin(1 + random.nextInt(population.size() - 1)).tenant();
    }

    private static Ask tenant(String[] parts, String json, UUID id) {
        return new Ask(parts[0], "/api/v1/tenants/" + id + parts[1], json, id.toString());
    }

    private List<Probe> emails() {
        String members = "/api/v1/tenants/" + caller.tenant() + "/members";
        return List.of(
                new Probe(
                        "POST member",
                        i -> add(members, account(i)),
                        i -> add(members, nobody(i)),
                        i -> new Ask("DELETE", members + "/", "", "")),
                new Probe(
                        "GET member",
                        i -> new Ask("GET", members + "/" + account(i), "", account(i)),
                        i -> new Ask("GET", members + "/" + nobody(i), "", nobody(i)),
                        null),
                new Probe(
                        "DELETE member",
                        i -> new Ask("DELETE", members + "/" + account(i), "", account(i)),
                        i -> new Ask("DELETE", members + "/" + nobody(i), "", nobody(i)),
                        null));
    }

    private static Ask add(String members, String email) {
        return new Ask("POST", members, "{\"email\":\"" + email + "\"}", email);
    }

    /** Someone of another tenant, of which there are {@link Population#MEMBERS} each. */
    private String account(int i) {
        return "u%d@t%d.example"
                .formatted(1 + i % Population.MEMBERS, 2 + i / Population.MEMBERS % (population.size() - 1));
    }

    /** As long as an account, and never the same twice in what adds. */
    private static String nobody(int i) {
        return "n%d@t%d.example".formatted(i % Population.MEMBERS, 1_000_000 + i);
    }

    private void measure(Probe probe, int samples) throws IOException {
        double[] there = new double[samples];
        double[] absent = new double[samples];
        TreeSet<String> statuses = new TreeSet<>();
        TreeSet<String> bodies = new TreeSet<>();
        int[] done = {-WARM_UP, -WARM_UP};
        while (done[0] < samples || done[1] < samples) {
            int side = done[0] >= samples ? 1 : done[1] >= samples ? 0 : random.nextInt(2);
            int number = done[side] + WARM_UP;
            Ask ask = (side == 0 ? probe.there() : probe.absent()).apply(number);
            byte[] request = bytes(ask);
            long sent = System.nanoTime();
            Wire.Response response = wire.exchange(request, false);
            double micros = (System.nanoTime() - sent) / 1e3;
            if (done[side] >= 0) {
                (side == 0 ? there : absent)[done[side]] = micros;
            }
            done[side]++;
            statuses.add(Integer.toString(response.status()));
            bodies.add(comparable(ask, response));
            if (probe.undo() != null) {
                Ask undo = probe.undo().apply(number);
                wire.exchange(bytes(new Ask(undo.method(), undo.path() + ask.named(), "", "")), false);
            }
        }
        RankTest test = RankTest.of(absent, there);
        boolean same = statuses.size() == 1 && bodies.size() == 1;
        boolean apart = test.p() < CHANCE && Math.abs(test.effect() - 0.5) > NEGLIGIBLE;
        out.printf(
                "%-42s %6s %5s | %9.0f %9.0f | %6.3f %9.2g  %s%n",
                probe.what(),
                String.join("/", statuses),
                bodies.size() == 1 ? "same" : bodies.size() + "!",
                median(there),
                median(absent),
                test.effect(),
                test.p(),
                !same ? "TELLS BY ITS ANSWER" : apart ? "TELLS BY ITS TIME" : "alike");
    }

    /** The answer without what the caller sent and what is new in every answer. */
    private static String comparable(Ask ask, Wire.Response response) {
        String names = String.join(",", new TreeSet<>(response.headers().keySet()));
        return names + "\n"
                + response.text()
                        .replace(ask.named(), "*")
                        .replaceAll("\"(request_id|user_id|joined_at)\":\"[^\"]*\"", "\"$1\":*");
    }

    private byte[] bytes(Ask ask) {
        String head = ask.method() + " " + ask.path() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                + caller.token() + "\r\n";
        String body = ask.json().isEmpty()
                ? "\r\n"
                : "Content-Type: application/json\r\nContent-Length: "
                        + ask.json().length() + "\r\n\r\n" + ask.json();
        return (head + body).getBytes(US_ASCII);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
