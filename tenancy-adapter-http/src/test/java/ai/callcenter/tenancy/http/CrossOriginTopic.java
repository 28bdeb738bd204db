package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of other sites (CORS). */
interface CrossOriginTopic extends ApiTopic {
    @Test
    default void aPageOfAnAllowedOriginMayCallAndReadTheAnswer() {
        Api.Room room = api().room();
        TestRequest request = api().request("GET", room.path).token(room.admin).header("Origin", Api.ORIGIN);
        Reply reply = request.send().ok(200);
        assertThat(reply.header("access-control-allow-origin")).isEqualTo(Api.ORIGIN);
        assertThat(reply.header("access-control-expose-headers")).contains("ETag", "Location", "X-Request-Id");
        assertThat(reply.header("access-control-allow-credentials")).isNull();
        assertThat(reply.header("vary")).isEqualTo("Origin");
        Reply refused =
                api().request("GET", room.path).header("Origin", Api.ORIGIN).send();
        assertThat(refused.problem(401, "missing_token").header("access-control-allow-origin"))
                .isEqualTo(Api.ORIGIN);
        Reply unknown =
                api().request("GET", "/nope").header("Origin", Api.ORIGIN).send();
        assertThat(unknown.problem(404, "not_found").header("access-control-allow-origin"))
                .isEqualTo(Api.ORIGIN);
    }

    /** They are public, and tell the page that it may not call. */
    @Test
    default void aPageOfAnyOriginMayLoadTheComponents() {
        Reply reply = api().request("GET", "/ui/tenancy.js")
                .header("Origin", "https://evil.example")
                .send();
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("access-control-allow-origin")).isEqualTo("*");
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("content-type")).isEqualTo("text/javascript;charset=utf-8");
    }

    @Test
    default void aPageOfAnotherOriginIsRefusedBeforeAnythingHappens() {
        Api.Room room = api().room();
        for (String origin : List.of(
                "https://evil.example",
                "null",
                "http://app.example",
                "https://app.example:8443",
                "https://app.example.evil.example",
                "https://APP.example",
                "https://app.example/",
                Api.ORIGIN + " https://evil.example",
                Api.ORIGIN + ", https://evil.example",
                "")) {
            Reply reply = api().request("DELETE", room.path)
                    .token(room.admin)
                    .header("Origin", origin)
                    .send();
            reply.problem(403, "origin_not_allowed");
            assertThat(reply.header("access-control-allow-origin")).isNull();
        }
        Reply two = api().request("DELETE", room.path)
                .token(room.admin)
                .header("Origin", Api.ORIGIN)
                .header("Origin", "https://evil.example")
                .send();
        two.problem(403, "origin_not_allowed");
        api().get(room.admin, room.path).ok(200);
    }

    @Test
    default void aBrowserAsksFirst() {
        Reply reply = preflight(Api.ORIGIN);
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.header("access-control-allow-origin")).isEqualTo(Api.ORIGIN);
        assertThat(reply.header("access-control-allow-methods")).isEqualTo("GET, HEAD, POST, PUT, PATCH, DELETE");
        assertThat(reply.header("access-control-allow-headers"))
                .contains("Authorization", "Content-Type", "If-Match", "If-None-Match", "X-Request-Id");
        assertThat(reply.header("access-control-max-age")).isEqualTo("600");
        assertThat(reply.header("x-request-id")).isNotBlank();
        assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(reply.header("cache-control")).isEqualTo("no-store");
        preflight("https://evil.example").problem(403, "origin_not_allowed");
    }

    private Reply preflight(String origin) {
        return api().request("OPTIONS", "/api/v1/tenants")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization")
                .send();
    }

    @Test
    default void aServersOwnPagesPass() {
        Api.Room room = api().room();
        String own = "http://127.0.0.1:" + api().port();
        Reply reply = api().request("GET", room.path)
                .token(room.admin)
                .header("Origin", own)
                .send();
        assertThat(reply.ok(200).header("access-control-allow-origin")).isNull();
        api().request("GET", room.path)
                .token(room.admin)
                .header("Origin", "http://127.0.0.1:" + (api().port() + 1))
                .send()
                .problem(403, "origin_not_allowed");
    }

    @Test
    default void aCallWithoutAnOriginIsNoneOfThis() {
        Api.Room room = api().room();
        Reply reply = api().get(room.admin, room.path).ok(200);
        assertThat(reply.header("access-control-allow-origin")).isNull();
        assertThat(reply.header("vary")).isEqualTo("Origin");
    }
}
