package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.memory.InMemoryStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How much memory bodies take that are on their way, and who is refused for it. */
class HeldBodiesTest {
    /** So many of the longest bodies are one caller's share. */
    private static final int SHARE = 16;

    private static String post(String token, String length) {
        return RawClient.post(
                "/api/v1/tenants", "Authorization: Bearer " + token + "\r\nExpect: 100-continue\r\n" + length + "\r\n");
    }

    @Test
    void aCallerHasAShareOfTheMemoryForBodies() throws IOException {
        String small = "{\"name\":\"Small\"}";
        List<RawClient> holders = new ArrayList<>();
        try (Api api = new Api(new InMemoryStore())) {
            Api.Person greedy = api.person("Greedy");
            for (int i = 0; i < SHARE; i++) {
                RawClient holder = new RawClient(api.port());
                holders.add(holder);
                holder.send(post(greedy.token(), "Content-Length: " + RequestBody.MAX_BYTES));
                assertThat(holder.answer()).startsWith("HTTP/1.1 100");
            }
            String large = small + " ".repeat(Bounds.SHORT);
            Reply refused = api.post(greedy.token(), "/api/v1/tenants", large).problem(503, "unavailable");
            assertThat(refused.header("retry-after")).isEqualTo("1");
            try (RawClient chunked = new RawClient(api.port())) {
                chunked.send(post(greedy.token(), "Transfer-Encoding: chunked"));
                assertThat(chunked.answer()).startsWith("HTTP/1.1 503");
            }
            api.post(greedy.token(), "/api/v1/tenants", small).ok(201);
            api.post(api.person("Modest").token(), "/api/v1/tenants", large).ok(201);

            String rest = small + " ".repeat(RequestBody.MAX_BYTES - small.length());
            for (RawClient holder : holders) {
                holder.send(rest);
                assertThat(holder.answer()).startsWith("HTTP/1.1 201");
            }
            for (int i = 0; i < 3 * SHARE; i++) {
                api.post(greedy.token(), "/api/v1/tenants", rest).ok(201);
                api.post(greedy.token(), "/api/v1/tenants", "x".repeat(40_000)).problem(400, "invalid_input");
            }
        } finally {
            for (RawClient holder : holders) {
                holder.close();
            }
        }
    }

    @Test
    void aBodyThatBreaksOffGivesItsMemoryBack() throws IOException {
        try (Api api = new Api(new InMemoryStore())) {
            Api.Person user = api.person("User");
            for (int i = 0; i < 3 * SHARE; i++) {
                try (RawClient client = new RawClient(api.port())) {
                    client.send(post(user.token(), "Content-Length: " + RequestBody.MAX_BYTES));
                    assertThat(client.answer()).startsWith("HTTP/1.1 100");
                    client.endOutput();
                    assertThat(client.answer()).startsWith("HTTP/1.1 400");
                }
            }
        }
    }

    @Test
    void whereNoTokenIsAskedForABodyIsShort() {
        try (Api api = new Api(new InMemoryStore())) {
            String fits = "{\"refresh_token\":\"x\"}" + " ".repeat(RequestBody.MAX_STRANGERS_BYTES - 21);
            String path = "/api/v1/token/refresh";
            api.request("POST", path).json(fits).send().problem(401, "invalid_refresh_token");
            api.request("POST", path).json(fits + " ").send().problem(413, "body_too_large");
            byte[] tooLong = (fits + " ").getBytes(StandardCharsets.US_ASCII);
            api.request("POST", path).chunked(tooLong).send().problem(413, "body_too_large");
            api.request("GET", "/health/live").json(fits).send().invalid("");
        }
    }

    /** Answers are held until they are taken; of one caller's that is a share too. */
    @Test
    void aCallerHasAShareOfTheMemoryForAnswers() throws IOException {
        List<RawClient> holders = new ArrayList<>();
        try (Api api = new Api(new InMemoryStore())) {
            Api.Room room = api.room();
            String path = room.path + "/configs";
            for (int i = 0; i < 40; i++) {
                api.put(room.admin, path + "/k" + i, "{\"value\":\"" + "x".repeat(16_000) + "\"}")
                        .ok(201);
            }
            String get =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + room.admin + "\r\n\r\n";
            int refused = 0;
            for (int i = 0; i < 40 && refused == 0; i++) {
                RawClient holder = RawClient.taking(api.port(), 2048);
                holders.add(holder);
                holder.send(get.repeat(10));
                refused = api.get(room.admin, path).status() == 503 ? 1 : 0;
            }
            assertThat(refused).isEqualTo(1);
            api.get(room.admin, room.path).ok(200);
            Api.Room other = api.room();
            api.get(other.admin, other.path + "/configs").ok(200);
            for (RawClient holder : holders) {
                holder.close();
            }
            long end = System.nanoTime() + 10_000_000_000L;
            while (api.get(room.admin, path).status() == 503) {
                assertThat(System.nanoTime()).as("the memory is not given back").isLessThan(end);
            }
        }
    }

    @Test
    void anAnswerThatIsNotTakenIsCutOff() throws Exception {
        int requests = 8;
        try (TenancyServer server = SlowClientTest.server(Duration.ofMillis(300), 100);
                RawClient slow = RawClient.taking(server.port(), 2048);
                RawClient fast = new RawClient(server)) {
            slow.send(SlowClientTest.BUNDLE.repeat(requests));
            for (int i = 0; i < 50; i++) { // as a body that trickles
                slow.read(100);
                Thread.sleep(50);
            }
            fast.send(SlowClientTest.BUNDLE.repeat(requests));
            int whole = fast.answer().length();
            // The rest, which the system has taken in already.
            assertThat(slow.read(requests * whole)).isLessThan((requests - 1) * whole);
            assertThat(fast.read((requests - 1) * whole)).isEqualTo((requests - 1) * whole);
            fast.send("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertThat(fast.answer()).contains("tenancy_http_connections_closed_total{reason=\"slow_read\"} 1.0");
        }
    }
}
