package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.openapi.Observed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What no well-behaved client sends; the answers are Jetty's, and problems all the same. */
interface SocketTopic extends ApiTopic {
    String HOST = "Host: localhost\r\n";

    @Test
    default void aBadUriIsAProblem() {
        for (String target : List.of(
                "/api/v1/%zz",
                "/api/v1/tenants/%",
                "/api/v1/tenants/%u0041",
                "/api/v1/../v1/tenant",
                "/api/v1/%2e%2e/tenant",
                "/api/v1//tenant",
                "/api/v1/tenant;a=b",
                "/api/v1/ten%00ant",
                "/api/v1/tenants/%FF",
                "/api/v1/tenants/a\\b",
                "/api/v1/tenants/%25",
                "/api/v1/tenant#x",
                "tenant")) {
            Reply reply = exchange("GET " + target + " HTTP/1.1\r\n" + HOST + "Connection: close\r\n\r\n");
            assertThat(reply.status()).as(target).isIn(400, 404, 401);
            wellFormed(reply);
        }
    }

    @Test
    default void aBadRequestIsAProblem() {
        String post = "POST /api/v1/tenants HTTP/1.1\r\n" + HOST;
        for (String request : List.of(
                "GET /api/v1/me HTTP/1.1\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\n" + HOST + HOST + "\r\n",
                post + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
                post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: identity, chunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: chunked;q=1\r\n\r\n0\r\n\r\n",
                post + "Transfer-Encoding: gzip\r\n\r\n",
                post + "Content-Length: -1\r\n\r\n",
                post + "Content-Length: x\r\n\r\n",
                post + "Bad Header: x\r\n\r\n",
                post + "X: a\r\n b\r\n\r\n",
                post + "X:\0\r\n\r\n",
                "GET\r\n\r\n",
                "get /api/v1/me HTTP/3.7\r\n" + HOST + "\r\n",
                "\u0016\u0003\u0001 /\r\n\r\n")) {
            Reply reply = exchange(request);
            assertThat(reply.status()).as(request).isIn(400, 505);
            wellFormed(reply);
        }
    }

    @Test
    default void tooMuchIsAProblem() {
        String big = "x".repeat(20_000);
        Reply headers = exchange("GET /api/v1/me HTTP/1.1\r\n" + HOST + "X: " + big + "\r\n\r\n");
        assertThat(headers.status()).isEqualTo(431);
        wellFormed(headers);
        assertThat(headers.text("code")).isEqualTo("headers_too_large");
        Reply uri = exchange("GET /" + big + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(uri.status()).isEqualTo(414);
        wellFormed(uri);
        assertThat(uri.text("code")).isEqualTo("uri_too_long");
    }

    @Test
    default void aBodyThatIsBrokenOffIsAProblem() {
        Api.Room room = api().room();
        String head = "PATCH " + room.path + " HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\n"
                + "Authorization: Bearer " + room.admin + "\r\nConnection: close\r\n";
        Reply chunk = exchange(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n");
        assertThat(chunk.status()).isEqualTo(400);
        wellFormed(chunk);
        Reply good = exchange(head + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
        assertThat(good.status()).isEqualTo(200);
        Reply early = exchange(head + "Expect: 100-continue\r\nContent-Length: 70000\r\n\r\n");
        assertThat(early.status()).isEqualTo(413);
        wellFormed(early);
    }

    private static void wellFormed(Reply reply) {
        assertThat(reply.header("content-type")).isEqualTo("application/problem+json");
        assertThat(reply.header("x-request-id")).isEqualTo(reply.text("request_id"));
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        assertThat(reply.header("server")).isNull();
        assertThat(reply.text("status")).isEqualTo(Integer.toString(reply.status()));
        assertThat(reply.text("type")).isEqualTo("urn:tenancy:problem:" + reply.text("code"));
        assertThat(reply.text("instance")).startsWith("/");
        assertThat(reply.body()).doesNotContainIgnoringCase("jetty").doesNotContain("Exception");
    }

    /** Sends bytes as they are and reads one answer, whole by its length. */
    private Reply exchange(String request) {
        try (Socket socket = new Socket("127.0.0.1", api().port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var in = new java.io.BufferedInputStream(socket.getInputStream());
            String status = line(in);
            Map<String, List<String>> headers = new HashMap<>();
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                int colon = line.indexOf(':');
                headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
            int length = Integer.parseInt(
                    headers.getOrDefault("content-length", List.of("0")).getFirst());
            String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            String[] sent = request.lines().findFirst().orElse("").split(" ");
            int code = Integer.parseInt(status.split(" ")[1]);
            api().observe(new Observed(
                    sent[0], sent.length < 2 ? "/" : sent[1], "application/json", "{}", code, headers, body));
            return new Reply("/", code, headers, body);
        } catch (IOException e) {
            throw new UncheckedIOException(request.lines().findFirst().orElse(""), e);
        }
    }

    private static String line(java.io.InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the answer ends after: " + line);
            }
            line.append((char) c);
        }
        return line.toString().stripTrailing();
    }
}
