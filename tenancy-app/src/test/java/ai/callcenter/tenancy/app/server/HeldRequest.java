package ai.callcenter.tenancy.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.callcenter.tenancy.app.AppProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A request that the server has begun to handle and waits for the body of. */
final class HeldRequest implements AutoCloseable {
    private static final String BODY = "{\"name\":\"Held\"}";

    private final Socket socket;

    private HeldRequest(Socket socket) {
        this.socket = socket;
    }

    /** Makes a tenant, up to the body. The server asks for that (RFC 9110 section 10.1.1) once its handler reads it. */
    static HeldRequest begin(AppProcess server, String token) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        String head = "POST /api/v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + token + "\r\nContent-Length: " + BODY.length()
                + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(UTF_8));
        byte[] asked = socket.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
        if (!new String(asked, UTF_8).startsWith("HTTP/1.1 100")) {
            throw new IOException("not asked for the body: " + new String(asked, UTF_8));
        }
        return new HeldRequest(socket);
    }

    /** Sends the body; the answer. */
    String finish() throws IOException {
        socket.getOutputStream().write(BODY.getBytes(UTF_8));
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
