package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.memory.InMemoryStore;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Clients that are slow, or many, hold neither connections nor threads. */
class SlowClientTest {
    private static final TokenSettings SETTINGS =
            new TokenSettings("tenancy", "tenancy", Duration.ofHours(1), Clock.systemUTC());
    private static final TokenKeys KEYS = TokenKeys.of(SharedSecret.of(Api.SECRET), null);
    private static final TokenIssuer ISSUER = new TokenIssuer(SETTINGS, KEYS);

    private static TenancyServer server(Duration bodyTime, int connections) {
        TenancyHttp api = new TenancyHttp(
                Tenancy.on(new InMemoryStore()),
                new TokenVerifier(SETTINGS, KEYS),
                ISSUER,
                RateLimits.NONE,
                bodyTime,
                System::nanoTime);
        return new TenancyServer(
                        api,
                        KEYS,
                        RequestLog.NONE,
                        new ServerSettings("127.0.0.1", 0),
                        new SharedReadiness(() -> null, System::nanoTime),
                        connections)
                .start();
    }

    private static String bearer() {
        return "Authorization: Bearer "
                + ISSUER.issueIdentityToken("sub", "ana@people.example", "Ana", Duration.ofMinutes(5))
                        .token()
                + "\r\n";
    }

    @Test
    void aBodyThatTricklesIsCutOff() throws IOException {
        try (TenancyServer server = server(Duration.ofMillis(300), 100)) {
            for (List<String> one : List.of(
                    List.of("401", RawClient.post("/api/v1/tenants", "Content-Length: 60000\r\n")),
                    List.of("401", RawClient.post("/api/v1/tenants", "Transfer-Encoding: chunked\r\n")),
                    List.of("404", RawClient.post("/nope", "Content-Length: 60000\r\n")),
                    List.of("408", RawClient.post("/api/v1/tenants", bearer() + "Content-Length: 60000\r\n")),
                    List.of("408", RawClient.post("/api/v1/tenants", bearer() + "Transfer-Encoding: chunked\r\n")))) {
                try (RawClient client = new RawClient(server)) {
                    client.send(one.getLast());
                    String piece = one.getLast().contains("chunked") ? "1\r\n \r\n" : " ";
                    Thread trickle = Thread.startVirtualThread(() -> trickle(client, piece));
                    assertThat(client.answer())
                            .startsWith("HTTP/1.1 " + one.getFirst())
                            .contains("\r\nConnection: close\r\n");
                    trickle.interrupt();
                }
            }
        }
    }

    private static void trickle(RawClient client, String piece) {
        try {
            while (true) {
                client.send(piece);
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException e) {
            // Cut off.
        }
    }

    @Test
    void ofAStrangersBodyLittleIsTakenIn() throws IOException {
        try (TenancyServer server = server(RequestBody.MAX_TIME, 100);
                RawClient client = new RawClient(server)) {
            client.send(RawClient.post("/api/v1/tenants", "Content-Length: 1000000\r\n"));
            client.send(" ".repeat(RequestBody.MAX_BYTES + 1));
            assertThat(client.answer()).startsWith("HTTP/1.1 401").contains("\r\nConnection: close\r\n");
            assertThat(client.isAtEnd()).isTrue();
        }
    }

    @Test
    void aConnectionThatGaveItsBodyGoesOn() throws IOException {
        try (TenancyServer server = server(RequestBody.MAX_TIME, 100);
                RawClient client = new RawClient(server)) {
            for (int length : new int[] {0, 1, RequestBody.MAX_BYTES}) {
                client.send(
                        RawClient.post("/api/v1/tenants", "Content-Length: " + length + "\r\n") + " ".repeat(length));
                assertThat(client.answer()).startsWith("HTTP/1.1 401").doesNotContain("\r\nConnection: ");
            }
            int tooLong = RequestBody.MAX_BYTES + 1;
            client.send(RawClient.post("/api/v1/tenants", bearer() + "Content-Length: " + tooLong + "\r\n"));
            client.send(" ".repeat(tooLong));
            assertThat(client.answer()).startsWith("HTTP/1.1 413").doesNotContain("\r\nConnection: ");
            client.send(RawClient.post("/api/v1/tenants", bearer() + "Expect: 100-continue\r\nContent-Length: 12\r\n"));
            assertThat(client.answer()).startsWith("HTTP/1.1 100");
            client.send("{\"name\":\"x\"}");
            assertThat(client.answer()).startsWith("HTTP/1.1 201").doesNotContain("\r\nConnection: ");
        }
    }

    @Test
    void aConnectionTooManyWaitsUntilAnotherOneCloses() throws IOException {
        try (TenancyServer server = server(RequestBody.MAX_TIME, 2);
                RawClient first = new RawClient(server);
                RawClient second = new RawClient(server)) {
            String request = RawClient.post("/api/v1/tenants", "");
            for (RawClient client : List.of(first, second)) {
                client.send(request);
                client.answer();
            }
            try (RawClient third = new RawClient(server)) {
                third.send(request);
                third.waitFor(300);
                assertThatThrownBy(third::answer).isInstanceOf(SocketTimeoutException.class);
                second.send(request);
                assertThat(second.answer()).startsWith("HTTP/1.1 401");
                first.close();
                third.waitFor(RawClient.PATIENCE_MILLIS);
                assertThat(third.answer()).startsWith("HTTP/1.1 401");
            }
        }
    }
}
