package ai.callcenter.tenancy.app.canary;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.RequestLog;
import ai.callcenter.tenancy.http.ServerSettings;
import ai.callcenter.tenancy.http.TenancyHttp;
import ai.callcenter.tenancy.http.TenancyServer;
import ai.callcenter.tenancy.http.fuzz.LogWatch;
import ai.callcenter.tenancy.http.fuzz.Wire;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.store.TenancyStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server with two marked tenants, and many connections that ask for both at once. */
final class Aviary {
    private static final int CONNECTIONS = 16;
    private static final int DISTURBED = 5_000;
    private static final int MOST_FINDINGS = 2;

    private final Runnable disturbance;
    private final Queue<String> findings = new ConcurrentLinkedQueue<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
    private final AtomicInteger left = new AtomicInteger();

    /** @param disturbance what happens to the server's connections every few thousand requests */
    Aviary(Runnable disturbance) {
        this.disturbance = disturbance;
    }

    /** How many answers there were of each status. */
    Map<Integer, AtomicInteger> statuses() {
        return statuses;
    }

    /** Every place where a mark was that is not its own. */
    List<String> run(TenancyStore store, int requests) throws IOException, InterruptedException {
        TokenKeys keys = TokenKeys.of(SharedSecret.of(UUID.randomUUID() + "." + UUID.randomUUID()), null);
        TokenSettings settings = new TokenSettings("tenancy", "tenancy", Duration.ofHours(2), Clock.systemUTC());
        TokenIssuer issuer = new TokenIssuer(settings, keys);
        Queue<String> log = new ConcurrentLinkedQueue<>();
        RequestLog notes = entry -> log.add(entry.toString());
        try (LogWatch watch = new LogWatch();
                TenancyServer server = new TenancyServer(
                                new TenancyHttp(Tenancy.on(store), new TokenVerifier(settings, keys), issuer),
                                keys,
                                () -> null,
                                notes,
                                new ServerSettings("127.0.0.1", 0))
                        .start()) {
            Cage one = Cage.make(server.port(), issuer);
            Cage other = Cage.make(server.port(), issuer);
            left.set(requests);
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Flutter flutter = new Flutter(one, other, i);
                threads.add(Thread.ofPlatform().start(() -> connection(server.port(), flutter)));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            log.addAll(watch.take());
            log.stream()
                    .filter(line -> line.contains(one.mark()) || line.contains(other.mark()))
                    .limit(MOST_FINDINGS)
                    .forEach(line -> findings.add("in the log: " + line));
            if (findings.isEmpty() && log.size() < requests / 2) {
                findings.add("the log has " + log.size() + " lines alone");
            }
        }
        return List.copyOf(findings);
    }

    private void connection(int port, Flutter flutter) {
        Wire wire = null;
        try {
            for (int n = left.decrementAndGet();
                    n >= 0 && findings.size() < MOST_FINDINGS;
                    n = left.decrementAndGet()) {
                if (n % DISTURBED == DISTURBED - 1) {
                    disturbance.run();
                }
                wire = wire == null ? new Wire(port) : wire;
                if (!exchange(wire, flutter)) {
                    wire.close();
                    wire = null;
                }
            }
        } catch (IOException | RuntimeException e) {
            findings.add("a connection ended: " + e);
        } finally {
            close(wire);
        }
    }

    /** One request; whether the connection can go on. */
    private boolean exchange(Wire wire, Flutter flutter) throws IOException {
        Flutter.Request request = flutter.next();
        if (flutter.oneIn(100)) {
            // Whole or in part, and nobody waits for the answer.
            wire.send(
                    flutter.oneIn(2)
                            ? request.bytes()
                            : Arrays.copyOf(request.bytes(), flutter.below(request.bytes().length)));
            wire.reset();
            return false;
        }
        Wire.Response response = wire.exchange(request.bytes(), false);
        statuses.computeIfAbsent(response.status(), status -> new AtomicInteger())
                .incrementAndGet();
        if (response.all().contains(request.foreign())) {
            findings.add("in the answer to " + request.title() + ": " + response.all());
        }
        if (response.status() >= 500 && response.status() != 503) {
            findings.add(request.title() + " was answered: " + response.all());
        }
        return !response.isLast();
    }

    private static void close(@Nullable Wire wire) {
        try {
            if (wire != null) {
                wire.close();
            }
        } catch (IOException e) {
            // Nothing is read from it any more.
        }
    }
}
