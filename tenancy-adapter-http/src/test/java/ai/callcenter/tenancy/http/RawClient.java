package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection that says what it is told to, when it is told to. */
final class RawClient implements AutoCloseable {
    /** Far longer than any answer takes, and far shorter than what a server must not wait for. */
    static final int PATIENCE_MILLIS = 10_000;

    private final Socket socket;

    RawClient(TenancyServer server) throws IOException {
        this(server.port());
    }

    RawClient(int port) throws IOException {
        this(port, new Socket());
    }

    private RawClient(int port, Socket socket) throws IOException {
        this.socket = socket;
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        waitFor(PATIENCE_MILLIS);
    }

    /** One that takes little at once, so that the server has to wait for it. */
    static RawClient taking(int port, int bytes) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(bytes);
        return new RawClient(port, socket);
    }

    static String post(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers + "\r\n";
    }

    void waitFor(int millis) throws IOException {
        socket.setSoTimeout(millis);
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The head of one answer, and the body if it has a length. */
    String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            int c = socket.getInputStream().read();
            assertThat(c).as("the answer ends after: %s", answer).isNotNegative();
            answer.append((char) c);
        }
        String field = "Content-Length: ";
        int length = answer.toString()
                .lines()
                .filter(line -> line.startsWith(field))
                .mapToInt(line -> Integer.parseInt(line.substring(field.length())))
                .sum();
        return answer + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    /** Says that nothing more comes. */
    void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    /** Reads so many bytes; fewer at the end, in whatever way that comes. */
    int read(int bytes) {
        try {
            return socket.getInputStream().readNBytes(bytes).length;
        } catch (IOException e) {
            return 0;
        }
    }

    boolean isAtEnd() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    /** Whether the server ends the connection without an answer, in whatever way. */
    boolean isCutOff() {
        try {
            return isAtEnd();
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
