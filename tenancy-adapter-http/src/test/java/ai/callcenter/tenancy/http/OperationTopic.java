package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an operator looks at: health, metrics, keys, the request log. */
interface OperationTopic extends ApiTopic {
    /** How long a look at the database is told of. */
    Duration A_LOOK = Duration.ofSeconds(1);

    @Test
    default void theServerLivesWhetherItCanServeOrNot() {
        assertThat(api().request("GET", "/health/live").send().ok(200).body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(api().request("GET", "/health/ready").send().ok(200).body()).isEqualTo("{\"status\":\"up\"}");
        try {
            api().fault = "The database does not answer.";
            api().clock.advance(A_LOOK);
            Reply reply = api().request("GET", "/health/ready").send().problem(503, "not_ready");
            assertThat(reply.text("detail")).isEqualTo("The database does not answer.");
            assertThat(reply.header("retry-after")).isNotNull();
            api().request("GET", "/health/live").send().ok(200);
        } finally {
            api().fault = null;
            api().clock.advance(A_LOOK);
        }
        api().request("GET", "/health/ready").send().ok(200);
    }

    @Test
    default void aSharedSecretHasNoPublicKey() {
        api().request("GET", "/.well-known/jwks.json").send().problem(404, "no_public_keys");
    }

    @Test
    default void metricsCountRequestsByRouteMethodAndStatus() {
        Api.Room room = api().room();
        api().get(room.admin, room.path).ok(200);
        api().get(room.admin, "/nope/" + room.id).problem(404, "not_found");
        api().request("BREW", "/nope").send().problem(404, "not_found");
        noted("GET", null, 404);
        Reply reply = api().request("GET", "/metrics").send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("content-type")).startsWith("text/plain");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.body().lines())
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count{method=\"GET\","
                        + "route=\"/api/v1/tenants/{id}\",status=\"200\"}"))
                .anyMatch(line -> line.contains("route=\"none\",status=\"404\""))
                .anyMatch(line -> line.startsWith("jvm_memory_used_bytes{"))
                .anyMatch(line -> line.startsWith("process_cpu_usage "))
                .noneMatch(line -> line.contains("BREW"))
                .noneMatch(line -> line.contains(room.id));
    }

    @Test
    default void eachRequestIsNotedOnceItIsAnswered() throws InterruptedException {
        Api.Room room = api().room();
        api().log.clear();
        TestRequest request = api().request("GET", room.member(room.founder) + "?x=secret");
        Reply reply =
                request.token(room.admin).header("X-Request-Id", "log-1").send().invalid("query");
        RequestLog.Entry entry = noted("GET", "/api/v1/tenants/{id}/members/{email}", 400);
        assertThat(entry.id()).isEqualTo("log-1").isEqualTo(reply.header("x-request-id"));
        assertThat(String.valueOf(entry.tenant())).isEqualTo(room.id);
        assertThat(String.valueOf(entry.user()))
                .isEqualTo(api().get(room.admin, "/api/v1/me").text("id"));
        assertThat(entry.millis()).isPositive();
        assertThat(entry.toString())
                .doesNotContain(room.founder.email())
                .doesNotContain("secret")
                .doesNotContain(room.admin);
        api().get(room.admin, "/api/v1/tenant").ok(200);
        assertThat(String.valueOf(noted("GET", "/api/v1/tenant", 200).tenant())).isEqualTo(room.id);
        api().request("DELETE", "/nope").send();
        assertThat(noted("DELETE", null, 404).user()).isNull();
        api().request("GET", "/api/v1/me")
                .header("Origin", "https://evil.example")
                .send();
        assertThat(noted("GET", null, 403).tenant()).isNull();
        api().request("GET", "/api/v1//tenants").send();
        noted("GET", null, 400);
        api().request("GET", "/api/v1/me").send();
        assertThat(noted("GET", "/api/v1/me", 401).user()).isNull();
    }

    /** The next note of this request; others may come before it. */
    private RequestLog.Entry noted(String method, @org.jspecify.annotations.Nullable String route, int status) {
        try {
            for (RequestLog.Entry entry; ; ) {
                entry = api().log.poll(10, TimeUnit.SECONDS);
                assertThat(entry).as("%s %s %s", method, route, status).isNotNull();
                if (List.of(method, String.valueOf(route), status)
                        .equals(List.of(entry.method(), String.valueOf(entry.route()), entry.status()))) {
                    return entry;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
