package ai.callcenter.tenancy.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.CommandRun;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process, on the PostgreSQL that it brings along: what survives, and what it does without it. */
class ServeOnPostgresTest {
    @TempDir
    Path folder;

    private final List<AppProcess> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(AppProcess::close);
    }

    @Test
    void keepsItsDataOverARestartAndMakesTheDemoOnce() throws Exception {
        AppProcess first = serve("--demo");
        assertThat(ana(first).post("/api/v1/tenants", "{\"name\":\"Kept\"}").statusCode())
                .isEqualTo(201);
        stop(first);
        assertThat(first.err()).isEmpty();

        AppProcess second = serve("--demo");
        assertThat(second.out()).contains("Acme Support").contains("(left as it was)");
        assertThat(namesOf(second)).containsExactly("Acme Support", "Globex Telesales", "Kept");
        stop(second);

        AppProcess third = serve();
        assertThat(namesOf(third)).containsExactly("Acme Support", "Globex Telesales", "Kept");
        assertThat(Client.of(third, folder, "root@platform.example")
                        .get("/api/v1/tenants?scope=all")
                        .statusCode())
                .as("an operator only while the demo runs")
                .isEqualTo(403);
    }

    @Test
    void keepsItsDataWhenItIsKilledAndWhenTheDatabaseIsToo() throws Exception {
        AppProcess first = serve("--demo");
        assertThat(ana(first).post("/api/v1/tenants", "{\"name\":\"Kept\"}").statusCode())
                .isEqualTo(201);
        first.kill();

        AppProcess second = serve();
        assertThat(namesOf(second)).contains("Kept");
        List<ProcessHandle> database = second.descendants();
        second.kill();
        database.forEach(ProcessHandle::destroyForcibly);

        assertThat(namesOf(serve())).contains("Kept");
    }

    @Test
    void refusesToShareItsFolder() throws Exception {
        AppProcess first = serve("--demo");

        AppProcess second = start("serve");

        assertThat(second.awaitEnd()).isEqualTo(1);
        assertThat(second.out()).isEmpty();
        for (String err :
                List.of(second.err(), run("migrate").err(), run("check").err())) {
            assertThat(err.lines())
                    .singleElement()
                    .asString()
                    .startsWith("tenancy: The data folder ")
                    .contains("is in use by another server")
                    .contains("TENANCY_DATA_DIR");
        }
        assertThat(namesOf(first)).hasSize(2);
    }

    @Test
    void finishesARequestThatRunsWhenItIsToldToStop() throws Exception {
        AppProcess server = serve("--demo");
        try (HeldRequest held = HeldRequest.begin(server, Client.token(server, folder, "ana@acme.example"))) {
            server.terminate();
            AppProcess.await("no new connections", () -> !ServeTest.accepts(server.port()));

            assertThat(held.finish()).startsWith("HTTP/1.1 201 ");
        }
        assertThat(server.awaitEnd()).isEqualTo(143);
        assertThat(server.err()).isEmpty();

        assertThat(namesOf(serve())).contains("Held");
    }

    @Test
    void leavesNoDatabaseRunningWhenItsPortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            AppProcess server = AppProcess.start(
                    folder, Map.of("TENANCY_PORT", Integer.toString(other.getLocalPort())), "serve", "--demo");
            started.add(server);
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.out()).isEmpty();
            assertThat(server.err().lines())
                    .singleElement()
                    .asString()
                    .contains("Port " + other.getLocalPort())
                    .contains("TENANCY_PORT");
        }
        // The folder is free at once.
        assertThat(run("check").exit()).isZero();
    }

    @Test
    void answers503WhileTheDatabaseHangsAndGoesOnAfterwards() throws Exception {
        AppProcess server = serve("--demo");
        Client ana = Client.of(server, folder, "ana@acme.example", "acme.example");
        List<ProcessHandle> database = server.descendants();

        signal("STOP", database);
        try {
            HttpResponse<String> answer = ana.get("/api/v1/tenant");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("\"code\":\"store_unavailable\"");
            HttpResponse<String> ready = ana.get("/health/ready");
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains("the database cannot be reached");
            assertThat(ana.get("/health/live").statusCode()).isEqualTo(200);
        } finally {
            signal("CONT", database);
        }
        awaitService(ana);
    }

    @Test
    void goesOnAfterTheDatabaseWasKilled() throws Exception {
        AppProcess server = serve("--demo");
        Client ana = Client.of(server, folder, "ana@acme.example", "acme.example");
        List<ProcessHandle> before = server.descendants();

        before.forEach(ProcessHandle::destroyForcibly);

        AppProcess.await(
                "another database", () -> server.descendants().stream().anyMatch(process -> !before.contains(process)));
        awaitService(ana);
        assertThat(ana.post("/api/v1/tenants", "{\"name\":\"After\"}").statusCode())
                .isEqualTo(201);
    }

    @Test
    void migratesAndChecksItsDatabaseByItself() {
        CommandRun unprepared = run("check");
        assertThat(unprepared.exit()).isEqualTo(1);
        assertThat(unprepared.out())
                .contains("schema tenancy: is not there yet")
                .contains("./tenancy migrate");

        assertThat(run("migrate")).satisfies(run -> {
            assertThat(run.exit()).isZero();
            assertThat(run.out()).startsWith("Made the roles and the schema. Ran ");
        });
        assertThat(run("migrate").out()).contains("no migration was missing");
        assertThat(run("check")).satisfies(run -> {
            assertThat(run.exit()).isZero();
            assertThat(run.out().lines()).singleElement().asString().startsWith("Sound:");
        });
    }

    private AppProcess serve(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("serve"));
        arguments.addAll(List.of(options));
        AppProcess server = start(arguments.toArray(String[]::new)).awaitServing();
        if (arguments.contains("--demo")) {
            AppProcess.await("the whole greeting", () -> server.out().contains("./tenancy token --email"));
        }
        return server;
    }

    private AppProcess start(String... arguments) throws IOException {
        AppProcess process = AppProcess.start(folder, Map.of(), arguments);
        started.add(process);
        return process;
    }

    private static void stop(AppProcess server) throws InterruptedException {
        server.terminate();
        assertThat(server.awaitEnd()).isEqualTo(143);
    }

    private CommandRun run(String command) {
        return CommandRun.of(AppProcess.settings(folder, Map.of()), command);
    }

    private Client ana(AppProcess server) {
        return Client.of(server, folder, "ana@acme.example");
    }

    private List<String> namesOf(AppProcess server) throws Exception {
        List<String> names = new ArrayList<>();
        new ObjectMapper()
                .readTree(ana(server).get("/api/v1/tenants").body())
                .path("items")
                .forEach(tenant -> names.add(tenant.path("name").asText()));
        return names;
    }

    private static void awaitService(Client client) {
        AppProcess.await("service again", () -> {
            try {
                return client.get("/health/ready").statusCode() == 200
                        && client.get("/api/v1/tenant").statusCode() == 200;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
    }
}
