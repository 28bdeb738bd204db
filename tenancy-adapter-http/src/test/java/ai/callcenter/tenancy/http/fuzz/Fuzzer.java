package ai.callcenter.tenancy.http.fuzz;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sends requests, one after the other, and holds each answer against the oracle. */
public final class Fuzzer implements AutoCloseable {
    /** A world is worn out after so many requests: its seats are taken, its admins have left. */
    private static final int WORLD = 250;

    private static final int MOST_FINDINGS = 10;
    private static final long MEGABYTE = 1 << 20;

    private final int port;
    private final long seed;
    private final Supplier<World> worlds;
    private final Shots shots = new Shots();
    private final Oracle oracle;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> findings = new ArrayList<>();
    private World world;
    private @Nullable Wire wire;
    private int worldAge;
    private int writes;

    /**
     * A fuzzer.
     *
     * @param worlds makes what is attacked, again and again
     * @param secret what no answer may tell
     */
    public Fuzzer(int port, long seed, Supplier<World> worlds, String secret) {
        this.port = port;
        this.seed = seed;
        this.worlds = worlds;
        this.oracle = new Oracle(shots.spec(), secret);
        this.world = worlds.get();
    }

    /** What was found; empty if nothing was. Each finding is a request that can be sent again. */
    public List<String> run(int requests) throws IOException, InterruptedException {
        try (LogWatch log = new LogWatch()) {
            long before = 0;
            int writesBefore = 0;
            for (int i = 0; i < requests && findings.size() < MOST_FINDINGS; i++) {
                if (i == requests / 4) {
                    before = Heap.retained();
                    writesBefore = writes;
                }
                one(i);
                for (String line : log.take()) {
                    findings.add("request " + i + " made the server log: " + line);
                }
            }
            if (findings.isEmpty()) {
                heap(before, writes - writesBefore, requests - requests / 4);
                alive();
            }
        }
        return findings;
    }

    /** How many answers there were of each status. */
    public Map<Integer, Integer> statuses() {
        return statuses;
    }

    private void one(int number) throws IOException {
        if (++worldAge > WORLD) {
            renew();
        }
        Dice dice = new Dice(seed, number);
        if (dice.percent(6)) {
            raw(dice, number);
            return;
        }
        Shot shot = shots.shot(dice, number, world);
        Wire.Response response;
        try {
            response = exchange(shot.bytes(), shot.method().equals("HEAD"));
        } catch (IOException e) {
            findings.add("request %d had no answer (%s): %s".formatted(number, e, shot.printable()));
            close();
            return;
        }
        statuses.merge(response.status(), 1, Integer::sum);
        List<String> faults = new ArrayList<>(oracle.against(shot, world, response));
        if (response.status() >= 200 && response.status() < 300) {
            shots.valid().learn(response);
            faults.addAll(new ReadBack(world, this::asOperator).against(shot, response));
            after(shot, response);
        }
        for (String fault : faults) {
            findings.add("request %d, seed %d: %s%n  %s%n  %d %s"
                    .formatted(number, seed, fault, shot.printable(), response.status(), response.text()));
        }
    }

    /** What ends a world, or fills the server. */
    private void after(Shot shot, Wire.Response response) {
        if (!shot.method().equals("GET") && !shot.method().equals("HEAD")) {
            writes++;
        }
        boolean tenant = shot.operation().path().matches("/api/v1/tenants?(/\\{id})?");
        boolean ended =
                shot.method().equals("DELETE") && tenant || response.text().contains("\"status\":\"suspended\"");
        boolean sentOut =
                !shot.method().equals("GET") && shot.operation().path().endsWith("{email}");
        boolean signedOut = shot.operation().path().endsWith("/sign-out");
        if (ended || sentOut || signedOut) {
            renew();
        }
    }

    private void renew() {
        world = worlds.get();
        worldAge = 0;
    }

    private void raw(Dice dice, int number) {
        byte[] bytes = Attacks.attack(dice, world);
        List<Wire.Response> responses;
        try (Wire own = new Wire(port)) {
            try {
                own.send(bytes);
                own.end();
            } catch (IOException e) {
                // Refused before it was all there.
            }
            responses = own.readAll();
        } catch (java.net.SocketException e) {
            // A reset: the server has closed with bytes unread, as it may with what is no HTTP.
            return;
        } catch (IOException e) {
            findings.add("request %d was not answered well (%s): %s".formatted(number, e, Shot.printable(bytes)));
            return;
        }
        for (Wire.Response response : responses) {
            statuses.merge(response.status(), 1, Integer::sum);
            for (String fault : oracle.against(world, response, true)) {
                findings.add("request %d, seed %d: %s%n  %s%n  %d %s"
                        .formatted(number, seed, fault, Shot.printable(bytes), response.status(), response.text()));
            }
        }
    }

    private Wire.Response asOperator(String path) throws IOException {
        return exchange(
                Shots.ascii("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + world.token("operator") + "\r\n\r\n"),
                false);
    }

    private Wire.Response exchange(byte[] request, boolean bodiless) throws IOException {
        Wire open = wire == null ? new Wire(port) : wire;
        wire = open;
        Wire.Response response = open.exchange(request, bodiless);
        if (response.isLast()) {
            close();
        }
        return response;
    }

    /** In memory every write is kept, and its trail: 4 KiB each on average is more than they are. */
    private void heap(long before, int written, int requests) throws InterruptedException {
        long grown = Heap.retained() - before;
        long allowed = 16 * MEGABYTE + 4096L * written;
        if (grown > allowed) {
            findings.add("the heap has grown by %d MiB in %d requests with %d writes"
                    .formatted(grown / MEGABYTE, requests, written));
        }
    }

    private void alive() throws IOException {
        close();
        renew();
        Wire.Response response = asOperator("/api/v1/tenants/" + world.tenant());
        if (response.status() != 200) {
            findings.add("a plain request afterwards is answered: " + response.all());
        }
    }

    @Override
    public void close() throws IOException {
        if (wire != null) {
            wire.close();
            wire = null;
        }
    }
}
