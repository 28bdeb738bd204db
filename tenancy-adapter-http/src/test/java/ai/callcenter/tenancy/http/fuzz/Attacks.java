package ai.callcenter.tenancy.http.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/** What is wrong with a request as HTTP, whatever it asks for. */
final class Attacks {
    private static final String BODY = "{\"name\":\"Raw\"}";

    private Attacks() {}

    /** Bytes for a connection of their own; how many requests they are is for the server to say. */
    static byte[] attack(Dice dice, World world) {
        String token = "Authorization: Bearer " + world.token(dice.of("admin", "operator")) + "\r\n";
        String host = "Host: localhost\r\n";
        String get = "GET /api/v1/me HTTP/1.1\r\n";
        String post = "POST /api/v1/tenants HTTP/1.1\r\nContent-Type: application/json\r\n";
        int length = BODY.length();
        String text = dice.of(List.of(
                // Two readers could see two requests.
                post + host + token + "Content-Length: 0\r\nContent-Length: " + length + "\r\n\r\n" + BODY,
                post + host + token + "Content-Length: " + length + ", " + length + "\r\n\r\n" + BODY,
                post + host + token + "Content-Length: " + length + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                        + get,
                post + host + token + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n5c\r\nG\r\n0\r\n\r\n",
                post + host + token + "Transfer-Encoding: chunked, identity\r\n\r\n" + chunked(length) + BODY
                        + "\r\n0\r\n\r\n",
                post + host + token + "Transfer-Encoding: \u000bchunked\r\n\r\n0\r\n\r\n",
                post + host + token + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
                post + host + token + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                post + host + token + "Transfer-Encoding: chunked\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n",
                post + host + token + "Content-Length: +" + length + "\r\n\r\n" + BODY,
                post + host + token + "Content-Length: 0x10\r\n\r\n" + BODY,
                post + host + token + "Content-Length: 1e1\r\n\r\n" + BODY,
                post + host + token + "Content-Length: -1\r\n\r\n" + BODY,
                post + host + token + "Content-Length: 99999999999999999999\r\n\r\n" + BODY,
                post + host + token + "Content-Length:\r\n\r\n" + BODY,
                post + host + token + "Content-Length: " + (length + 20) + "\r\n\r\n" + BODY,
                // Chunks.
                post + host + token + "Transfer-Encoding: chunked\r\n\r\n" + chunked(length) + BODY + "\r\n0\r\n\r\n",
                post
                        + host
                        + token
                        + "Transfer-Encoding: chunked\r\n\r\n%x;a=b;c=\"d\"\r\n%s\r\n0;x\r\nA: b\r\n\r\n"
                                .formatted(length, BODY),
                post
                        + host
                        + token
                        + "Transfer-Encoding: chunked\r\n\r\n%x;%s\r\n%s\r\n0\r\n\r\n"
                                .formatted(length, "x".repeat(20_000), BODY),
                post + host + token + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n" + BODY,
                post + host + token + "Transfer-Encoding: chunked\r\n\r\n-1\r\n" + BODY,
                post + host + token + "Transfer-Encoding: chunked\r\n\r\n0x5\r\n" + BODY,
                post + host + token + "Transfer-Encoding: chunked\r\n\r\n%x\n%s\n0\n\n".formatted(length, BODY),
                post + host + token + "Transfer-Encoding: chunked\r\n\r\n%x\r\n%sX0\r\n\r\n".formatted(length, BODY),
                post + host + token + "Transfer-Encoding: chunked\r\n\r\n" + "1\r\n \r\n".repeat(3_000) + "0\r\n\r\n",
                post + host + token
                        + "Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 5\r\nAuthorization: x\r\n\r\n",
                post + host + token + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + "T: x\r\n".repeat(5_000) + "\r\n",
                // The host.
                get + token + "\r\n",
                get + host + host + token + "\r\n",
                get + "Host: a, b\r\n" + token + "\r\n",
                get + "Host: \r\n" + token + "\r\n",
                get + "Host: a b\r\n" + token + "\r\n",
                get + "Host: [::1\r\n" + token + "\r\n",
                get + "Host: localhost:99999\r\n" + token + "\r\n",
                get + "Host: localhost:x\r\n" + token + "\r\n",
                get + "Host: user@localhost\r\n" + token + "\r\n",
                get + "Host: \u00e9\r\n" + token + "\r\n",
                // Lines and fields.
                get + host + token + "X: a\r\n b\r\n\r\n",
                get + host + token + " X: a\r\n\r\n",
                get + host + token + "X\r\n\r\n",
                get + host + token + ": a\r\n\r\n",
                get + host + token + "X : a\r\n\r\n",
                get + host + token + "X\u0000: a\r\n\r\n",
                get + host + token + "X: a\u0000b\r\n\r\n",
                get + host + token + "X: a\rb\r\n\r\n",
                get + host + token + "X: \u00c0\u00af\u00ff\r\n\r\n",
                get + host + token + "X\u00e9: a\r\n\r\n",
                get + host + token + "X(: a\r\n\r\n",
                get + host + token + "X: y\r\n".repeat(2_000) + "\r\n",
                get + host + token + "X: " + "y".repeat(70_000) + "\r\n\r\n",
                get + host + token + "y".repeat(70_000) + ": x\r\n\r\n",
                (get + host + token + "\r\n").replace("\r\n", "\n"),
                (get + host + token + "\r\n").replace("\r\n", "\r"),
                "\r\n\r\n" + get + host + token + "\r\n",
                "\n" + get + host + token + "\r\n",
                // The request line.
                "GET http://localhost/api/v1/me HTTP/1.1\r\n" + host + token + "\r\n",
                "GET http://evil.example/api/v1/me HTTP/1.1\r\n" + host + token + "\r\n",
                "GET http://a@b:c/api/v1/me HTTP/1.1\r\n" + host + token + "\r\n",
                "GET ftp://localhost/api/v1/me HTTP/1.1\r\n" + host + token + "\r\n",
                "GET http:///api/v1/me HTTP/1.1\r\n" + host + token + "\r\n",
                "GET api/v1/me HTTP/1.1\r\n" + host + token + "\r\n",
                "GET /api/v1/\u00e9\u00ff HTTP/1.1\r\n" + host + token + "\r\n",
                "GET /api/v1/me\u0000 HTTP/1.1\r\n" + host + token + "\r\n",
                "GET  /api/v1/me  HTTP/1.1\r\n" + host + token + "\r\n",
                "GET\t/api/v1/me\tHTTP/1.1\r\n" + host + token + "\r\n",
                "GET /api/v1/me HTTP/1.1 x\r\n" + host + token + "\r\n",
                "GET /api/v1/me\r\n" + host + token + "\r\n",
                "GET /api/v1/me HTTP/1.0\r\n" + token + "\r\n",
                "GET /api/v1/me HTTP/1.0\r\n" + token + "Connection: keep-alive\r\n\r\n",
                "GET /api/v1/me HTTP/0.9\r\n\r\n",
                "GET /api/v1/me HTTP/1.2\r\n" + host + token + "\r\n",
                "GET /api/v1/me HTTP/9.9\r\n" + host + token + "\r\n",
                "GET /api/v1/me http/1.1\r\n" + host + token + "\r\n",
                "GET /api/v1/me HTTP/1.1\u0000\r\n" + host + token + "\r\n",
                "GET /" + "a".repeat(70_000) + " HTTP/1.1\r\n" + host + "\r\n",
                "CONNECT localhost:22 HTTP/1.1\r\n" + host + token + "\r\n",
                "OPTIONS * HTTP/1.1\r\n" + host + token + "\r\n",
                "TRACE /api/v1/me HTTP/1.1\r\n" + host + token + "\r\n",
                "\u00c9 / HTTP/1.1\r\n" + host + "\r\n",
                " GET / HTTP/1.1\r\n" + host + "\r\n",
                // Another protocol.
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\u0000\u0000\u0000\u0004\u0000\u0000\u0000\u0000\u0000",
                "\u0016\u0003\u0001\u0000\u00c8\u0001\u0000\u0000\u00c4\u0003\u0003",
                "PROXY TCP4 10.0.0.1 10.0.0.2 1 2\r\n" + get + host + token + "\r\n",
                "\u0000".repeat(100),
                get + host + token
                        + "Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\nConnection: Upgrade, HTTP2-Settings\r\n\r\n",
                get + host + token
                        + "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n",
                // Several at once.
                (get + host + token + "\r\n").repeat(1 + dice.below(10)),
                get + host + token + "\r\n" + post + host + token + "Content-Length: " + length + "\r\n\r\n" + BODY,
                get + host + token + "Content-Length: 5\r\n\r\nGET /" + get + host + token + "\r\n",
                get + host + token + "\r\nx\r\n\r\n",
                // Broken off.
                get + host,
                "GE",
                post + host + token + "Content-Length: " + length + "\r\n\r\n" + BODY.substring(0, 5),
                post + host + token + "Transfer-Encoding: chunked\r\n\r\n" + chunked(length) + BODY.substring(0, 5),
                post + host + token + "Expect: 100-continue\r\nContent-Length: " + length + "\r\n\r\n",
                post + host + token + "Expect: nothing\r\nContent-Length: " + length + "\r\n\r\n" + BODY));
        byte[] bytes = text.getBytes(ISO_8859_1);
        if (dice.percent(15)) {
            // One byte more, one less, or another.
            int at = dice.below(Math.min(bytes.length, 300));
            switch (dice.below(3)) {
                case 0 -> bytes[at] = (byte) dice.below(256);
                case 1 ->
                    bytes = Bodies.joined(
                            java.util.Arrays.copyOf(bytes, at),
                            java.util.Arrays.copyOfRange(bytes, at + 1, bytes.length));
                default ->
                    bytes = Bodies.joined(
                            java.util.Arrays.copyOf(bytes, at),
                            new byte[] {(byte) dice.below(256)},
                            java.util.Arrays.copyOfRange(bytes, at, bytes.length));
            }
        }
        return bytes;
    }

    private static String chunked(int length) {
        return "%x\r\n".formatted(length);
    }
}
