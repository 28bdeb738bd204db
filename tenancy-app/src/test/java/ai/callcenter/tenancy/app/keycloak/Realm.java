package ai.callcenter.tenancy.app.keycloak;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The realm {@code callcenter} of a Keycloak: people sign in, an administrator changes its keys. */
final class Realm {
    static final String ADMIN = "admin";
    static final String ADMIN_PASSWORD = "admin-password";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String server;

    Realm(Keycloak keycloak) {
        this.server = keycloak.url();
    }

    /** As the {@code iss} of its tokens has it. */
    String issuer() {
        return server + "/realms/callcenter";
    }

    /** What Keycloak answers when a person signs in with the client: {@code access_token}, {@code id_token}. */
    JsonNode signIn(String user, String client) throws IOException, InterruptedException {
        return signIn("callcenter", client, user, user + "-password");
    }

    /** An access token for the tenancy server. */
    String token(String user) {
        try {
            return signIn(user, "console").path("access_token").asText();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Makes a key that signs from now on. Those that were there before go on to be published. */
    void rotateKey() throws IOException, InterruptedException {
        String admin = signIn("master", "admin-cli", ADMIN, ADMIN_PASSWORD)
                .path("access_token")
                .asText();
        HttpRequest.Builder realm = HttpRequest.newBuilder(URI.create(server + "/admin/realms/callcenter"));
        String id = json(realm.header("Authorization", "Bearer " + admin), 200)
                .path("id")
                .asText();
        String component = """
                {"name":"next","providerId":"rsa-generated","providerType":"org.keycloak.keys.KeyProvider",
                 "parentId":"%s","config":{"priority":["200"],"algorithm":["RS256"],"keySize":["2048"]}}
                """.formatted(id);
        json(
                HttpRequest.newBuilder(URI.create(server + "/admin/realms/callcenter/components"))
                        .header("Authorization", "Bearer " + admin)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(component)),
                201);
    }

    private JsonNode signIn(String realm, String client, String user, String password)
            throws IOException, InterruptedException {
        String form = Map.of(
                        "grant_type",
                        "password",
                        "scope",
                        "openid",
                        "client_id",
                        client,
                        "username",
                        user,
                        "password",
                        password)
                .entrySet()
                .stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(joining("&"));
        return json(
                HttpRequest.newBuilder(URI.create(server + "/realms/" + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)),
                200);
    }

    private JsonNode json(HttpRequest.Builder request, int status) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as("Keycloak: %s", response.body()).isEqualTo(status);
        return JSON.readTree(response.body());
    }
}
