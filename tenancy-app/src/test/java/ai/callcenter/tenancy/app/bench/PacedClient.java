package ai.callcenter.tenancy.app.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.LockSupport;

/**
 * A client that asks at a fixed rate, whatever the answers do: times are counted from when a request was due, so that
 * one that had to wait for the one before shows.
 */
final class PacedClient implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final Socket socket;
    private final InputStream in;
    private final byte[] request;
    private final Figures figures = new Figures();
    private long refused;

    PacedClient(int port, String token) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
        request = ("GET /api/v1/tenant HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks until {@code end}, a time of {@link System#nanoTime}. */
    PacedClient run(long end, long periodNanos) throws IOException {
        for (long due = System.nanoTime() + periodNanos / 2; due < end; due += periodNanos) {
            LockSupport.parkNanos(due - System.nanoTime());
            socket.getOutputStream().write(request);
            switch (answer()) {
                case 200 -> figures.add(System.nanoTime() - due);
                case 429 -> refused++;
                default -> throw new IOException("an answer that is neither 200 nor 429");
            }
        }
        return this;
    }

    private int answer() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.lastIndexOf("\r\n\r\n") != head.length() - 4) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("the server closed the connection");
            }
            head.append((char) c);
        }
        String field = "\r\nContent-Length: ";
        int from = head.indexOf(field) + field.length();
        in.skipNBytes(Integer.parseInt(head, from, head.indexOf("\r", from), 10));
        return Integer.parseInt(head, 9, 12, 10);
    }

    long refused() {
        return refused;
    }

    Figures figures() {
        return figures;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
