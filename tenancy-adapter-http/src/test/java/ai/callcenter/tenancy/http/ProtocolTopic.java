package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Paths, methods, and what every answer carries. */
interface ProtocolTopic extends ApiTopic {
    @Test
    default void anUnknownPathIsNotFound() {
        String token = api().person("Ana").token();
        for (String path : List.of(
                "/api",
                "/api/v1",
                "/api/v1/",
                "/api/v2/tenants",
                "/api/v1/tenant/",
                "/api/v1/Tenants",
                "/api/v1/tenants/x/nope",
                "/api/v1/tenants/x/members/y/z",
                "/api/v1/tenants/x/members/",
                "/health",
                "/console",
                "/demo",
                "/ui",
                "/index.html",
                "/favicon.ico")) {
            for (String method : List.of("GET", "POST", "DELETE")) {
                api().request(method, path).token(token).send().problem(404, "not_found");
            }
            Reply html =
                    api().request("GET", path).header("Accept", "text/html").send();
            html.problem(404, "not_found");
        }
    }

    @Test
    default void anotherMethodIsNamedWithThoseThereAre() {
        Api.Room room = api().room();
        allow("POST", "/api/v1/tenant", "GET, PATCH, HEAD");
        allow("PUT", "/api/v1/tenants", "GET, POST, HEAD");
        allow("PUT", room.path, "GET, PATCH, DELETE, HEAD");
        allow("GET", room.path + "/switch", "POST");
        allow("DELETE", room.path + "/members", "GET, POST, HEAD");
        allow("POST", room.path + "/configs/k", "GET, PUT, DELETE, HEAD");
        allow("OPTIONS", "/api/v1/me", "GET, HEAD");
        allow("BREW", "/api/v1/me", "GET, HEAD");
        allow("TRACE", "/api/v1/me", "GET, HEAD");
        allow("POST", "/health/live", "GET, HEAD");
    }

    private void allow(String method, String path, String methods) {
        for (String accept : List.of("*/*", "text/html")) {
            Reply reply = api().request(method, path).header("Accept", accept).send();
            reply.problem(405, "method_not_allowed");
            assertThat(List.of(String.valueOf(reply.header("allow")).split(", ")))
                    .containsExactlyInAnyOrder(methods.split(", "));
        }
    }

    @Test
    default void theMethodCannotBeOverridden() {
        Api.Room room = api().room();
        TestRequest request = api().request("GET", room.path).token(room.admin);
        request.header("X-HTTP-Method-Override", "DELETE").send().problem(400, "invalid_input");
        api().get(room.admin, room.path).ok(200);
    }

    @Test
    default void aRequestIdIsKeptOrMade() {
        for (String id : List.of("a", "A-b_c.9", "x".repeat(64))) {
            Reply reply = api().request("GET", "/api/v1/me")
                    .header("X-Request-Id", id)
                    .send();
            assertThat(reply.problem(401, "missing_token").header("x-request-id"))
                    .isEqualTo(id);
            Reply unknown =
                    api().request("GET", "/nope").header("X-Request-Id", id).send();
            assertThat(unknown.problem(404, "not_found").header("x-request-id")).isEqualTo(id);
        }
        for (String id : List.of("", "a b", "x".repeat(65), "a\"b", "<script>", "a/b", "ä")) {
            if (id.equals("ä")) {
                continue;
            }
            Reply reply = api().request("GET", "/api/v1/me")
                    .header("X-Request-Id", id)
                    .send();
            assertThat(reply.problem(401, "missing_token").header("x-request-id"))
                    .isNotEqualTo(id);
        }
        assertThat(api().request("GET", "/nope").send().header("x-request-id"))
                .isNotEqualTo(api().request("GET", "/nope").send().header("x-request-id"));
    }

    @Test
    default void whatTheClientAcceptsChangesNothing() {
        Api.Room room = api().room();
        for (String accept : List.of("text/html", "application/xml", "*/*", "application/json;q=0")) {
            api().request("GET", room.path)
                    .token(room.admin)
                    .header("Accept", accept)
                    .header("Accept-Encoding", "gzip, br")
                    .send()
                    .ok(200);
        }
    }
}
