package ai.callcenter.tenancy.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.CommandRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as a process, on the memory store: how it starts, what it says, how it stops. */
class ServeTest {
    private static final Map<String, String> MEMORY = Map.of("TENANCY_STORE", "memory");

    @TempDir
    Path folder;

    @Test
    void saysInOneLineWhereItListens() throws Exception {
        try (AppProcess server = AppProcess.start(folder, MEMORY, "serve").awaitServing()) {
            assertThat(Client.anybody(server).get("/health/live").statusCode()).isEqualTo(200);
            assertThat(Client.anybody(server).get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(server.out().lines())
                    .filteredOn(line -> !line.startsWith("{"))
                    .hasSize(1);
            assertThat(server.err()).isEmpty();
        }
    }

    @Test
    void aStrangersWordsAreNotLogged() throws Exception {
        try (AppProcess server = AppProcess.start(folder, MEMORY, "serve").awaitServing()) {
            for (String request : List.of(
                    "GET /stranger HTTP/1.1\r\nHost: stranger:99999\r\n\r\n",
                    "GET /stranger HTTP/1.1\r\nHost: a\r\nHost: stranger\r\n\r\n",
                    "GET http:///stranger HTTP/1.1\r\nHost: a\r\n\r\n",
                    "GET //stranger%00 HTTP/1.1\r\nHost: a\r\n\r\n",
                    "CONNECT stranger:x HTTP/1.1\r\nHost: a\r\n\r\n",
                    "GET /stranger HTTP/7.7\r\nHost: a\r\n\r\n")) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
                    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                    socket.shutdownOutput();
                    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                            .matches("(?s)HTTP/1.1 [45].*");
                }
            }
            assertThat(server.err()).isEmpty();
            assertThat(server.out()).doesNotContain("stranger");
        }
    }

    @Test
    void theDemoLeadsToATenantInTwoCommands() throws Exception {
        try (AppProcess server =
                AppProcess.start(folder, MEMORY, "serve", "--demo").awaitServing()) {
            AppProcess.await("the whole greeting", () -> server.out().contains("./tenancy token --email"));
            assertThat(server.out())
                    .contains("Acme Support (acme.example): admin ana@acme.example")
                    .contains("Platform admin: root@platform.example")
                    .contains("./tenancy token --email ana@acme.example --tenant acme.example");
            assertThat(Client.of(server, folder, "ana@acme.example", "acme.example")
                            .get("/api/v1/tenant")
                            .body())
                    .contains("\"domain\":\"acme.example\"")
                    .contains("\"role\":\"admin\"");
            assertThat(Client.of(server, folder, "root@platform.example")
                            .get("/api/v1/tenants?scope=all")
                            .body())
                    .contains("acme.example", "globex.example", "initech.example");
        }
    }

    @Test
    void aTokenForATenantIsRefusedInTheServersWords() throws Exception {
        try (AppProcess server =
                AppProcess.start(folder, MEMORY, "serve", "--demo").awaitServing()) {
            Map<String, String> settings =
                    AppProcess.settings(folder, Map.of("TENANCY_PORT", Integer.toString(server.port())));

            CommandRun suspended =
                    CommandRun.of(settings, "token", "--email", "ian@initech.example", "--tenant", "initech.example");
            assertThat(suspended.exit()).isEqualTo(1);
            assertThat(suspended.out()).isEmpty();
            assertThat(suspended.err()).contains("403").contains("suspended");

            CommandRun notHis =
                    CommandRun.of(settings, "token", "--email", "max@acme.example", "--tenant", "globex.example");
            assertThat(notHis.exit()).isEqualTo(1);
            assertThat(notHis.err()).contains("in no tenant with the domain globex.example");

            CommandRun byId = CommandRun.of(
                    settings,
                    "token",
                    "--email",
                    "max@acme.example",
                    "--tenant",
                    "00000000-0000-4000-8000-000000000002");
            assertThat(byId.exit()).isEqualTo(1);
            assertThat(byId.err()).contains("404");
        }
    }

    @Test
    void writesALineOfJsonARequestWithoutWhatIsPersonal() throws Exception {
        try (AppProcess server =
                AppProcess.start(folder, MEMORY, "serve", "--demo").awaitServing()) {
            Client ana = Client.of(server, folder, "ana@acme.example", "acme.example");
            ana.get("/api/v1/tenants/00000000-0000-4000-8000-000000000001/members?q=max%40acme.example");
            ana.get("/api/v1/tenants/00000000-0000-4000-8000-000000000001/members/max%40acme.example");
            AppProcess.await("the line", () -> server.out().contains("/members/{email}"));

            assertThat(server.out().lines().filter(line -> line.contains("/members/{email}")))
                    .singleElement()
                    .asString()
                    .startsWith("{\"time\":\"")
                    .endsWith("\"}")
                    .contains("\"method\":\"GET\"")
                    .contains("\"status\":200")
                    .contains("\"tenant\":\"00000000-0000-4000-8000-000000000001\"")
                    .contains("\"user\":\"");
            assertThat(server.out().lines().filter(line -> line.startsWith("{")))
                    .hasSizeGreaterThan(2)
                    .noneMatch(line -> line.contains("acme.example") || line.contains(ana.token()));
        }
    }

    @Test
    void writesNoneWhereThatIsOff() throws Exception {
        Map<String, String> off = Map.of("TENANCY_STORE", "memory", "TENANCY_REQUEST_LOG", "off");
        try (AppProcess server = AppProcess.start(folder, off, "serve").awaitServing()) {
            Client.anybody(server).get("/health/live");
            server.terminate();
            server.awaitEnd();
            assertThat(server.out().lines()).hasSize(1);
        }
    }

    @Test
    void finishesARequestThatRunsWhenItIsToldToStop() throws Exception {
        try (AppProcess server =
                        AppProcess.start(folder, MEMORY, "serve", "--demo").awaitServing();
                HeldRequest held = HeldRequest.begin(server, Client.token(server, folder, "ana@acme.example"))) {
            server.terminate();
            AppProcess.await("no new connections", () -> !accepts(server.port()));
            assertThat(server.isAlive()).isTrue();

            assertThat(held.finish()).startsWith("HTTP/1.1 201 ");
            assertThat(server.awaitEnd()).isEqualTo(143);
            assertThat(server.out()).contains("\"status\":201");
            assertThat(server.err()).isEmpty();
        }
    }

    @Test
    void namesThePortThatIsTakenAndTheVariableAndLeavesNothingRunning() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings =
                    Map.of("TENANCY_STORE", "memory", "TENANCY_PORT", Integer.toString(other.getLocalPort()));
            try (AppProcess server = AppProcess.start(folder, settings, "serve", "--demo")) {
                assertThat(server.awaitEnd()).isEqualTo(1);
                assertThat(server.out()).isEmpty();
                assertThat(server.err().lines())
                        .singleElement()
                        .asString()
                        .contains("Port " + other.getLocalPort() + " on 127.0.0.1 is taken")
                        .contains("TENANCY_PORT");
            }
        }
    }

    @Test
    void namesAnAddressThatIsNotThisMachines() throws Exception {
        Map<String, String> settings = Map.of("TENANCY_STORE", "memory", "TENANCY_HOST", "192.0.2.1");
        try (AppProcess server = AppProcess.start(folder, settings, "serve")) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.err().lines())
                    .singleElement()
                    .asString()
                    .contains("cannot listen on 192.0.2.1")
                    .contains("TENANCY_HOST");
        }
    }

    @Test
    void thosePlatformAdminsAndNobodyElse() throws Exception {
        Map<String, String> settings = Map.of("TENANCY_STORE", "memory", "TENANCY_PLATFORM_ADMINS", "Ops@acme.example");
        try (AppProcess server =
                AppProcess.start(folder, settings, "serve", "--demo").awaitServing()) {
            assertThat(Client.of(server, folder, "ops@acme.example")
                            .get("/api/v1/tenants?scope=all")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Client.of(server, folder, "root@platform.example")
                            .get("/api/v1/tenants?scope=all")
                            .statusCode())
                    .isEqualTo(403);
            assertThat(server.out()).doesNotContain("root@platform.example");
        }
    }

    /** Whether somebody takes connections there. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
