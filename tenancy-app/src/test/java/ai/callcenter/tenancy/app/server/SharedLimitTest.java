package ai.callcenter.tenancy.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.CommandRun;
import ai.callcenter.tenancy.app.limit.RedisServer;
import ai.callcenter.tenancy.app.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers that count together: what one tenant gets from both, and what becomes of it without the store. */
class SharedLimitTest {
    private static final int THREADS = 16;
    private static final int REQUESTS = 20;
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String PASSWORD = "hush-hush";

    @TempDir
    Path folder;

    private Map<String, String> onOneDatabase(EmbeddedPostgres postgres) {
        Map<String, String> settings = new HashMap<>();
        settings.put("TENANCY_DB_URL", postgres.superuser().url());
        settings.put("TENANCY_DB_USER", "desk");
        settings.put("TENANCY_DB_PASSWORD", PASSWORD);
        settings.put("TENANCY_DB_MIGRATOR_USER", postgres.superuser().user());
        settings.put("TENANCY_DB_MIGRATOR_PASSWORD", postgres.superuser().password());
        settings.put("TENANCY_TOKEN_SECRET", SECRET);
        settings.put("TENANCY_RATE_LIMIT", "300/PT24H"); // 3 at a time
        return settings;
    }

    private static EmbeddedPostgres postgres(Path folder) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(Files.createDirectory(folder.resolve("postgres")));
        var superuser = postgres.superuser();
        try (var connection = DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("create role desk login password '" + PASSWORD + "'");
        }
        return postgres;
    }

    @Test
    void oneTenantGetsOneLimitFromTwoServersOverPostgresql() throws Exception {
        try (EmbeddedPostgres postgres = postgres(folder)) {
            Map<String, String> settings = onOneDatabase(postgres);
            settings.put("TENANCY_RATE_LIMIT_STORE", "postgresql");
            twoServersShare(settings);
        }
    }

    @Test
    void oneTenantGetsOneLimitFromTwoServersOverRedisAndEachItsOwnWithoutIt() throws Exception {
        try (RedisServer redis = RedisServer.start(folder);
                EmbeddedPostgres postgres = postgres(folder)) {
            Map<String, String> settings = onOneDatabase(postgres);
            settings.put("TENANCY_RATE_LIMIT_STORE", "redis");
            settings.put("TENANCY_REDIS_URL", redis.url());
            settings.put("TENANCY_REDIS_PASSWORD", RedisServer.PASSWORD);
            twoServersShare(settings);

            redis.stop();
            settings.put("TENANCY_RATE_LIMIT", "5/PT24H");
            try (AppProcess alone =
                    AppProcess.start(folder, settings, "serve", "--demo").awaitServing()) {
                assertThat(alone.err())
                        .contains(redis.url() + " (TENANCY_REDIS_URL) cannot be asked")
                        .doesNotContain(RedisServer.PASSWORD);
                Client client = Client.bearing(alone, token(alone, settings));
                assertThat(allowed(client, 10)).isEqualTo(5);
                assertThat(alone.err()).contains("each server counts by itself");
                assertThat(Client.anybody(alone).get("/metrics").body())
                        .contains("tenancy_rate_limit_store_failures_total 1.0");

                redis.start();
                AppProcess.await("the store to be asked again", () -> {
                    get(client);
                    return alone.err().contains("answers again");
                });
                assertThat(alone.err()).doesNotContain(RedisServer.PASSWORD);
            }
        }
    }

    /** At the same moment, so the two race for each batch. */
    private void twoServersShare(Map<String, String> settings) throws Exception {
        try (AppProcess one =
                        AppProcess.start(folder, settings, "serve", "--demo").awaitServing();
                AppProcess other = AppProcess.start(folder, settings, "serve").awaitServing();
                var threads = Executors.newFixedThreadPool(THREADS)) {
            String token = token(one, settings);
            CyclicBarrier start = new CyclicBarrier(THREADS);
            List<Callable<Integer>> callers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                Client client = Client.bearing(i % 2 == 0 ? one : other, token);
                callers.add(() -> {
                    start.await();
                    return allowed(client, REQUESTS);
                });
            }
            int allowed = 0;
            for (Future<Integer> caller : threads.invokeAll(callers)) {
                allowed += caller.get();
            }
            assertThat(allowed).isBetween(300 - 2 * 2, 300);
            for (AppProcess server : List.of(one, other)) {
                assertThat(Client.anybody(server).get("/metrics").body())
                        .contains("tenancy_rate_limit_store_failures_total 0.0")
                        .containsPattern("tenancy_rate_limit_store_round_trips_seconds_count [1-9]");
            }
        }
    }

    /** As somebody of the demo data. */
    private String token(AppProcess server, Map<String, String> settings) {
        Map<String, String> command = AppProcess.settings(folder, settings);
        command.put("TENANCY_PORT", Integer.toString(server.port()));
        CommandRun run = CommandRun.of(command, "token", "--email", "ana@acme.example", "--tenant", "acme.example");
        assertThat(run.err()).isEmpty();
        return run.out().strip();
    }

    private static int allowed(Client client, int requests) {
        int allowed = 0;
        for (int i = 0; i < requests; i++) {
            allowed += get(client) == 200 ? 1 : 0;
        }
        return allowed;
    }

    private static int get(Client client) {
        try {
            int status = client.get("/api/v1/tenant").statusCode();
            assertThat(status).isIn(200, 429);
            return status;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
