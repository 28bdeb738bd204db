package ai.callcenter.tenancy.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A line to a server that a test cuts and mends: what the server has kept is there again. */
final class Line implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ServerSocket ear;

    Line(int target) {
        this.target = target;
        port = listen(0);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Nobody answers any more, and whoever was talking is cut off. */
    void cut() {
        quietly(Objects.requireNonNull(ear));
        open.forEach(Line::quietly);
        open.clear();
    }

    void mend() {
        listen(port);
    }

    private int listen(int wanted) {
        try {
            ServerSocket socket = new ServerSocket(wanted, 50, InetAddress.getLoopbackAddress());
            ear = socket;
            Thread.ofVirtual().start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket socket) {
        try {
            while (true) {
                Socket near = socket.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> pump(near, far));
                Thread.ofVirtual().start(() -> pump(far, near));
            }
        } catch (IOException e) {
            // It was cut.
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them has hung up.
        }
    }

    private static void quietly(AutoCloseable one) {
        try {
            one.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        cut();
    }
}
