package ai.callcenter.tenancy.app.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server as a process with its usual memory, and more connections held than are ever open at once. What it does
 * about each kind of them is tested in the http adapter, with fewer.
 */
class HeldConnectionsTest {
    /** More than are open at once. */
    private static final int HELD = 3_000;

    /** So many bodies that are held would need the whole heap. */
    private static final int BODIES = 2_000;

    private static final int LONGEST_BODY = 64 * 1024;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String GET = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n";
    private static final String BUNDLE = "GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final TokenIssuer ISSUER = new TokenIssuer(
            new TokenSettings("tenancy", "tenancy", Duration.ofHours(1), Clock.systemUTC()),
            TokenKeys.of(SharedSecret.of(SECRET), null));

    /** A request that was answered, which the server waits longest on: 30 seconds. */
    private static final String ANSWERED = GET + "\r\n";

    /** Nothing, half a head, half a body, a request that was answered, and answers that nobody takes. */
    private static final List<String> WAYS = List.of(
            "",
            GET,
            "POST /api/v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n" + " ".repeat(30_000),
            ANSWERED,
            BUNDLE.repeat(8));

    @TempDir
    Path folder;

    @Test
    void othersAreServedWhileThousandsAreHeld() throws Exception {
        // First what nothing but the number of connections ends soon enough.
        hold(HELD + BODIES, i -> i < HELD ? ANSWERED : WAYS.get(i % WAYS.size()));
    }

    @Test
    void othersAreServedWhileThousandsTakeNoAnswer() throws Exception {
        hold(HELD, i -> BUNDLE.repeat(8));
    }

    @Test
    void othersAreServedWhileStrangersHoldBodies() throws Exception {
        String almost = " ".repeat(LONGEST_BODY - 1);
        hold(BODIES, i -> post("/api/v1/token/refresh", "", LONGEST_BODY) + almost);
    }

    @Test
    void othersAreServedWhileUsersHoldBodies() throws Exception {
        String almost = " ".repeat(LONGEST_BODY - 1);
        hold(BODIES, i -> post("/api/v1/tenants", bearer("u" + i), LONGEST_BODY) + almost);
    }

    /** Holds connections on which something was sent, and looks whether others are served, meanwhile and afterwards. */
    private void hold(int connections, IntFunction<String> what) throws Exception {
        List<Socket> held = new ArrayList<>();
        Map<String, String> settings = Map.of(
                "TENANCY_STORE",
                "memory",
                "TENANCY_REQUEST_LOG",
                "off",
                "TENANCY_TOKEN_SECRET",
                SECRET,
                "TENANCY_RATE_LIMIT_ANONYMOUS",
                "off");
        try (AppProcess server = AppProcess.start(folder, settings, "serve").awaitServing()) {
            for (int i = 0; i < connections; i++) {
                Socket socket = connect(server, 2048);
                held.add(socket);
                send(socket, what.apply(i));
                if (i % 100 == 0) {
                    assertServed(server);
                }
            }
            for (int i = 0; i < 200; i++) {
                assertServed(server);
            }
            close(held);
            AppProcess.await("a body is taken again", () -> post(server).equals("HTTP/1.1 201"));
            assertThat(server.isAlive()).isTrue();
            assertThat(server.err()).isEmpty();
        } finally {
            close(held);
        }
    }

    private static String post(AppProcess server) {
        String body = "{\"name\":\"After\"}";
        try {
            return ask(server, post("/api/v1/tenants", bearer("after"), body.length()) + body);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static String post(String path, String headers, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers
                + "Content-Length: " + length + "\r\n\r\n";
    }

    private static String bearer(String name) {
        return "Authorization: Bearer "
                + ISSUER.issueIdentityToken(name, name + "@people.example", name, Duration.ofHours(1))
                        .token()
                + "\r\n";
    }

    private static Socket connect(AppProcess server, int receiveBuffer) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(receiveBuffer);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), PATIENCE_MILLIS);
        return socket;
    }

    private static void assertServed(AppProcess server) throws IOException {
        assertThat(ask(server, ANSWERED)).isEqualTo("HTTP/1.1 200");
    }

    private static String ask(AppProcess server, String request) throws IOException {
        try (Socket socket = connect(server, LONGEST_BODY)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket, request);
            return new String(socket.getInputStream().readNBytes(12), US_ASCII);
        }
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            // One of the held is closed already; that is what it is about.
        }
    }

    private static void close(List<Socket> sockets) throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
