package ai.callcenter.tenancy.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.fuzz.Wire;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long a connection lasts: an answer that is its last says so, and after any other the next request is served. */
interface ConnectionTopic extends ApiTopic {
    String GET = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    default void aRefusalSaysWhetherItIsTheLastAnswer() throws IOException {
        for (String request : List.of(
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/me/../x HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /x%00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /" + "x".repeat(9_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(9_000) + "\r\n\r\n",
                "G,T / HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /nope HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "BREW /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\n\r\n")) {
            try (Wire wire = new Wire(api().port())) {
                Wire.Response refused = wire.exchange(request.getBytes(ISO_8859_1), false);
                assertThat(refused.status()).as(request).isBetween(400, 499);
                if (!refused.isLast()) {
                    assertThat(wire.exchange(GET.getBytes(ISO_8859_1), false).status())
                            .as("after %s", request)
                            .isEqualTo(200);
                }
            }
        }
    }
}
