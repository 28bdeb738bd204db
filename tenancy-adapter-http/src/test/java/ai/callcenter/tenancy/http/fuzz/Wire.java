package ai.callcenter.tenancy.http.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A connection that carries bytes as they are, and reads answers by their length alone. */
public final class Wire implements AutoCloseable {
    /** Far longer than any answer takes. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static final int MAX_LINE = 64 * 1024;

    private final Socket socket;
    private final InputStream in;

    /** Connects to a port of this machine. */
    public Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /**
     * An answer.
     *
     * @param head the status line and the header fields, as they came
     * @param headers the values by name in lower case
     */
    public record Response(int status, String head, Map<String, List<String>> headers, byte[] body) {
        /** The body, as text. */
        public String text() {
            return new String(body, UTF_8);
        }

        /** Head and body. */
        public String all() {
            return head + text();
        }

        /** The first value of a header field; empty where there is none. */
        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        /** Whether the server has said that it closes the connection. */
        public boolean isLast() {
            return header("connection").equalsIgnoreCase("close");
        }
    }

    /**
     * Sends a request and reads its answer.
     *
     * @param bodiless whether the answer has no body whatever its length says, as one to HEAD
     */
    public Response exchange(byte[] request, boolean bodiless) throws IOException {
        try {
            send(request);
        } catch (IOException e) {
            // A server need not take a request in that it has refused already; the answer is there to be read.
        }
        return read(bodiless);
    }

    /** Sends bytes. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Says that no more is sent. */
    public void end() throws IOException {
        socket.shutdownOutput();
    }

    /** Breaks the connection off, with a reset. */
    public void reset() throws IOException {
        socket.setOption(StandardSocketOptions.SO_LINGER, 0);
        socket.close();
    }

    /** Every answer until the server closes the connection. */
    public List<Response> readAll() throws IOException {
        List<Response> responses = new ArrayList<>();
        in.mark(1);
        while (in.read() >= 0) {
            in.reset();
            responses.add(read(false));
            in.mark(1);
        }
        return responses;
    }

    /** One answer; those of an interim status are passed over. */
    public Response read(boolean bodiless) throws IOException {
        StringBuilder head = new StringBuilder();
        Map<String, List<String>> headers = new HashMap<>();
        String first = line();
        head.append(first).append('\n');
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append('\n');
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException("not a header field: " + line);
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        if (!first.matches("HTTP/1\\.1 [1-5][0-9][0-9]( .*)?")) {
            throw new IOException("not a status line: " + first);
        }
        int status = Integer.parseInt(first.substring(9, 12));
        if (status < 200) {
            return read(bodiless);
        }
        boolean empty = bodiless || status == 204 || status == 304;
        return new Response(status, head.toString(), headers, empty ? new byte[0] : body(headers));
    }

    private byte[] body(Map<String, List<String>> headers) throws IOException {
        List<String> lengths = headers.getOrDefault("content-length", List.of());
        if (headers.containsKey("transfer-encoding")) {
            return chunks();
        }
        if (lengths.size() != 1) {
            throw new IOException("an answer without one length: " + headers);
        }
        int length = Integer.parseInt(lengths.getFirst());
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("the body ends early");
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            whole.write(in.readNBytes(size));
            line();
        }
        line();
        return whole.toByteArray();
    }

    private String line() throws IOException {
        var line = new java.io.ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer ends after: " + line.toString(ISO_8859_1));
            }
            if (line.size() > MAX_LINE) {
                throw new IOException("a line without an end");
            }
            line.write(c);
        }
        String text = line.toString(ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
