package ai.callcenter.tenancy.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A connection that is kept alive, with one request at a time: as little HTTP as the two servers speak. */
final class Connection implements AutoCloseable {
    private static final String LENGTH = "\r\ncontent-length: ";

    private final SocketChannel channel;
    private final Script script;
    private final Map<Kind, Figures> figures;
    private final ByteBuffer in = ByteBuffer.allocate(16_384);
    private long sent;

    Connection(int port, Script script, Map<Kind, Figures> figures, Selector selector) throws IOException {
        this.script = script;
        this.figures = figures;
        this.channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send() throws IOException {
        ByteBuffer request = script.next();
        sent = System.nanoTime();
        channel.write(request);
        if (request.hasRemaining()) {
            throw new IOException("a request does not fit into the socket's buffer");
        }
    }

    /** Whether the answer is complete now. */
    boolean receive() throws IOException {
        if (channel.read(in) < 0) {
            throw new IOException("the server closed the connection");
        }
        int total = total();
        if (total < 0 || in.position() < total) {
            return false;
        }
        figures.computeIfAbsent(script.kind(), kind -> new Figures()).add(System.nanoTime() - sent);
        in.clear();
        return true;
    }

    boolean complete() {
        return script.complete();
    }

    /** The octets of the whole answer, -1 while its head is not all there. */
    private int total() throws IOException {
        String text = new String(in.array(), 0, in.position(), StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return -1;
        }
        int status = Integer.parseInt(text, 9, 12, 10);
        if (status != script.kind().status()) {
            throw new IOException(script.kind() + " was answered:\n" + text);
        }
        String head = text.substring(0, end + 2).toLowerCase(Locale.ROOT);
        int length = head.indexOf(LENGTH);
        if (length < 0 && status != 204) {
            throw new IOException("an answer without Content-Length:\n" + text);
        }
        int from = length + LENGTH.length();
        return end + 4 + (length < 0 ? 0 : Integer.parseInt(head, from, head.indexOf('\r', from), 10));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    static Connection of(@Nullable Object attachment) {
        if (attachment instanceof Connection connection) {
            return connection;
        }
        throw new IllegalStateException("a key without its connection");
    }
}
