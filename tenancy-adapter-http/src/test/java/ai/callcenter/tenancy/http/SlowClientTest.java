package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.memory.InMemoryStore;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that are slow, or many, hold neither connections nor threads. */
class SlowClientTest {
    private static final TokenSettings SETTINGS =
            new TokenSettings("tenancy", "tenancy", Duration.ofHours(1), Clock.systemUTC());
    private static final TokenKeys KEYS = TokenKeys.of(SharedSecret.of(Api.SECRET), null);
    private static final TokenIssuer ISSUER = new TokenIssuer(SETTINGS, KEYS);

    static final String BUNDLE = "GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n";

    static TenancyServer server(Duration bodyTime, int connections) {
        return server(bodyTime, connections, TenancyServer.HEAD_TIME);
    }

    private static TenancyServer server(Duration bodyTime, int connections, Duration headTime) {
        TenancyHttp api = new TenancyHttp(
                Tenancy.on(new InMemoryStore()),
                new TokenVerifier(SETTINGS, KEYS),
                ISSUER,
                RateLimits.NONE,
                new Bounds(bodyTime),
                System::nanoTime);
        return new TenancyServer(
                        api,
                        KEYS,
                        RequestLog.NONE,
                        new ServerSettings("127.0.0.1", 0),
                        new SharedReadiness(() -> null, System::nanoTime),
                        connections,
                        headTime)
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
    void aHeadThatTricklesIsCutOff() throws Exception {
        String head = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n";
        try (TenancyServer server = server(RequestBody.MAX_TIME, 100, Duration.ofMillis(300));
                RawClient kept = new RawClient(server);
                RawClient first = new RawClient(server);
                RawClient second = new RawClient(server)) {
            second.send(head + "\r\n");
            assertThat(second.answer()).startsWith("HTTP/1.1 200");
            kept.send(head + "\r\n");
            assertThat(kept.answer()).startsWith("HTTP/1.1 200");
            for (RawClient client : List.of(first, second)) {
                client.send(head);
                Thread trickle = Thread.startVirtualThread(() -> trickle(client, "X: y\r\n"));
                assertThat(client.isCutOff()).isTrue();
                trickle.interrupt();
            }
            // One that rests between two requests is no slow head.
            kept.send(head + "\r\n");
            assertThat(kept.answer()).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void aConnectionOnWhichTheServerWorksIsNoSlowHead() throws Exception {
        String head = RawClient.post("/api/v1/tenants", bearer() + "Expect: 100-continue\r\nContent-Length: 12\r\n");
        try (TenancyServer server = server(RequestBody.MAX_TIME, 100, Duration.ofMillis(300));
                RawClient client = new RawClient(server)) {
            for (int i = 0; i < 2; i++) {
                client.send(head);
                assertThat(client.answer()).startsWith("HTTP/1.1 100");
                Thread.sleep(2_500); // longer than any look at it is away
                client.send("{\"name\":\"x\"}");
                assertThat(client.answer()).startsWith("HTTP/1.1 201");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /health/live HTTP/1.1\r\nHost: loc",
                "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000\r\n\r\n{",
                BUNDLE + BUNDLE + BUNDLE + BUNDLE,
            })
    void whoeverComesIsServedWhileOthersHoldAllConnections(String held) throws Exception {
        int kept = 40;
        List<RawClient> holders = new ArrayList<>();
        try (TenancyServer server = server(RequestBody.MAX_TIME, kept)) {
            for (int i = 0; i < 2 * kept; i++) {
                RawClient holder = RawClient.taking(server.port(), 2048);
                holders.add(holder);
                holder.send(held);
            }
            for (int i = 0; i < kept; i++) {
                try (RawClient client = new RawClient(server)) {
                    client.send("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
                    assertThat(client.answer()).startsWith("HTTP/1.1 200");
                }
            }
        } finally {
            for (RawClient holder : holders) {
                holder.close();
            }
        }
    }
}
