package ai.callcenter.tenancy.app.server;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server as a process with its usual memory, and more connections held than are ever open at once. What it does
 * about each kind of them is tested in the http adapter, with fewer.
 */
class HeldConnectionsTest {
    private static final int HELD = 3_000;
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String GET = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n";

    /** Nothing, half a head, half a body, and a request that was answered. */
    private static final List<String> WAYS = List.of(
            "",
            GET,
            "POST /api/v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n" + " ".repeat(30_000),
            GET + "\r\n");

    @TempDir
    Path folder;

    @Test
    void othersAreServedWhileThousandsAreHeld() throws Exception {
        List<Socket> held = new ArrayList<>();
        try (AppProcess server = AppProcess.start(
                        folder, Map.of("TENANCY_STORE", "memory", "TENANCY_REQUEST_LOG", "off"), "serve")
                .awaitServing()) {
            for (int i = 0; i < HELD; i++) {
                Socket socket = connect(server);
                held.add(socket);
                send(socket, WAYS.get(i % WAYS.size()));
                if (i % 100 == 0) {
                    assertServed(server);
                }
            }
            for (int i = 0; i < 200; i++) {
                assertServed(server);
            }
            assertThat(server.isAlive()).isTrue();
            assertThat(server.err()).isEmpty();
        } finally {
            for (Socket socket : held) {
                socket.close();
            }
        }
    }

    private static Socket connect(AppProcess server) throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()), PATIENCE_MILLIS);
        return socket;
    }

    private static void assertServed(AppProcess server) throws IOException {
        try (Socket socket = connect(server)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            send(socket, GET + "\r\n");
            assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
                    .isEqualTo("HTTP/1.1 200");
        }
    }

    private static void send(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            // One of the held is closed already; that is what it is about.
        }
    }
}
