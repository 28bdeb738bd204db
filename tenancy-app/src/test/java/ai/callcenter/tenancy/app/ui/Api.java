package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.server.Client;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Map;

/** The API, as one person calls it: for what has to be there before a page is looked at, or changes behind its back. */
final class Api {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AppProcess server;
    private final Client client;

    private Api(AppProcess server, Client client) {
        this.server = server;
        this.client = client;
    }

    static Api with(AppProcess server, String token) {
        return new Api(server, Client.bearing(server, token));
    }

    /** The same person, in a tenant. */
    Api in(String tenant) {
        return with(
                server,
                call("POST", "/tenants/" + tenant + "/switch", Map.of())
                        .get("token")
                        .asText());
    }

    /** Makes a tenant, and gives its id. */
    String makeTenant(Map<String, ?> tenant) {
        return call("POST", "/tenants", tenant).get("id").asText();
    }

    /** Makes a tenant that has but a name, and gives its id. */
    String makeTenant(String name) {
        return makeTenant(Map.of("name", name));
    }

    void addMember(String tenant, String email, String role) {
        call("POST", "/tenants/" + tenant + "/members", Map.of("email", email, "role", role));
    }

    void removeMember(String tenant, String email) {
        call("DELETE", "/tenants/" + tenant + "/members/" + email, Map.of());
    }

    /** One call that succeeds; an empty body is none. */
    JsonNode call(String method, String path, Map<String, ?> body) {
        try {
            String json = body.isEmpty() ? "" : JSON.writeValueAsString(body);
            HttpResponse<String> answer = client.call(method, "/api/v1" + path, json);
            assertThat(answer.statusCode())
                    .as("%s %s: %s", method, path, answer.body())
                    .isBetween(200, 299);
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
