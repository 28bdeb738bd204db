package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.jdbc.DeliveryLog.Line;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 16 writers in four tenants that hold their transactions for up to 20 ms, and two dispatchers, one of them a process
 * that is killed every second: nothing is lost, nothing is out of order within a tenant.
 */
class KilledDispatcherTest {
    private static final Caller HOST = Caller.host("writers");
    private static final ConfigKey KEY = new ConfigKey("chain");
    private static final int TENANTS = 4;
    private static final int WRITERS = 16;
    private static final int KILLS = 5;

    private final TestPostgres database = TestPostgres.create();

    @TempDir
    private Path folder = Path.of("");

    private final AtomicInteger written = new AtomicInteger();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void nothingIsLostAndNothingIsOutOfOrder() throws Exception {
        try (JdbcTenancy jdbc = JdbcTenancy.open(database.config().withPoolSize(WRITERS));
                JdbcTenancy other = JdbcTenancy.open(database.config().withPoolSize(1));
                Connection superuser = database.superuser();
                Connection log = database.superuser()) {
            DeliveryLog.create(superuser);
            Tenancy tenancy =
                    Tenancy.builder(jdbc.store()).listener(event -> hold()).build();
            List<TenantId> tenants = tenants(tenancy);
            Dispatcher survivor = Tenancy.on(other.store())
                    .events()
                    .subscribe(DeliveryLog.SUBSCRIPTION, new DeliveryLog(log, "survivor")::write, DeliveryLog.PACE);
            survivor.start();
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                TenantId tenant = tenants.get(i % TENANTS);
                writers.add(Thread.ofPlatform().start(() -> write(tenancy, tenant)));
            }
            for (int i = 0; i < KILLS; i++) {
                killedAfterASecond(superuser, "victim " + i);
            }
            done.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
            while (tenancy.events().backlog(DeliveryLog.SUBSCRIPTION).events() > 0) {
                Thread.sleep(Duration.ofMillis(10));
            }
            survivor.close();
            judge(DeliveryLog.read(superuser), tenancy, tenants);
        }
    }

    private static List<TenantId> tenants(Tenancy tenancy) {
        List<TenantId> tenants = new ArrayList<>();
        for (int i = 0; i < TENANTS; i++) {
            tenants.add(tenancy.tenants()
                    .create(HOST, NewTenant.named("Tenant"))
                    .tenant()
                    .id());
        }
        return tenants;
    }

    private static void hold() {
        try {
            Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(21)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(Tenancy tenancy, TenantId tenant) {
        while (!done.get()) {
            Json value = Json.string(UUID.randomUUID().toString());
            tenancy.configs().put(HOST, tenant, KEY, value);
            written.incrementAndGet();
        }
    }

    /** A second after it has handled its first event. */
    private void killedAfterASecond(Connection superuser, String who)
            throws IOException, SQLException, InterruptedException {
        JdbcConfig config = database.config();
        Path output = folder.resolve(who);
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        DispatcherProcess.class.getName(),
                        config.url(),
                        config.user(),
                        config.password(),
                        who)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            while (DeliveryLog.read(superuser).stream()
                    .noneMatch(line -> line.who().equals(who))) {
                assertThat(victim.isAlive()).as(Files.readString(output)).isTrue();
                Thread.sleep(Duration.ofMillis(20));
            }
            assertThat(victim.waitFor(1, TimeUnit.SECONDS)).isFalse();
        } finally {
            victim.destroyForcibly().waitFor();
        }
    }

    private void judge(List<Line> lines, Tenancy tenancy, List<TenantId> tenants) {
        Set<UUID> events = new LinkedHashSet<>();
        Map<UUID, List<Line>> first = new HashMap<>();
        Map<UUID, Integer> again = new HashMap<>();
        for (Line line : lines) {
            List<Line> chain = first.computeIfAbsent(line.tenant(), tenant -> new ArrayList<>());
            if (events.add(line.event())) {
                String last = chain.isEmpty() ? "" : chain.getLast().after();
                assertThat(line.before())
                        .as("the value before, as the last event left it")
                        .isEqualTo(last);
                chain.add(line);
            } else { // from what was in hand, and on from there
                int place = chain.stream().map(Line::event).toList().indexOf(line.event());
                assertThat(chain.size() - place).as("how far back").isLessThanOrEqualTo(DeliveryLog.BATCH);
                again.merge(line.tenant(), 1, Integer::sum);
            }
        }
        assertThat(events).as("handled").hasSize(written.get()).hasSizeGreaterThan(100);
        for (TenantId tenant : tenants) {
            String now = tenancy.configs().get(HOST, tenant, KEY).value().text();
            assertThat(Objects.requireNonNull(first.get(tenant.value()))
                            .getLast()
                            .after())
                    .isEqualTo(now);
        }
        assertThat(lines.stream().map(Line::who).distinct()).as("who handled").hasSize(1 + KILLS);
        System.getLogger(KilledDispatcherTest.class.getName())
                .log(System.Logger.Level.INFO, "{0} events, delivered again {1}", events.size(), again.values());
    }
}
