package ai.callcenter.tenancy.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.callcenter.tenancy.app.config.HttpConfig;
import ai.callcenter.tenancy.app.database.AppException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** A switch at the running server, as any client does it. */
final class TenantSwitch {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final String server;
    private final String identityToken;

    TenantSwitch(HttpConfig http, String identityToken) {
        if (http.port() == 0) {
            throw new AppException(
                    "TENANCY_PORT is 0, so where the server listens is not known; set it to the port that the server named.");
        }
        this.server = http.localUrl(http.port());
        this.identityToken = identityToken;
    }

    /** The token for a tenant, named by its id or its domain. */
    String to(String tenant) {
        String id = UUID.matcher(tenant).matches() ? tenant.toLowerCase(Locale.ROOT) : idOf(tenant);
        return call("POST", "/api/v1/tenants/" + id + "/switch").path("token").asText();
    }

    private String idOf(String domain) {
        String wanted = domain.toLowerCase(Locale.ROOT);
        for (JsonNode tenant : call("GET", "/api/v1/tenants?limit=200&q=" + URLEncoder.encode(wanted, UTF_8))
                .path("items")) {
            if (wanted.equals(tenant.path("domain").asText())) {
                return tenant.path("id").asText();
            }
        }
        throw new AppException("This person is in no tenant with the domain " + domain + ".");
    }

    private JsonNode call(String method, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + identityToken)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            var answer = client.send(request, BodyHandlers.ofByteArray());
            JsonNode body = new ObjectMapper().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new AppException("The server at %s answers %d: %s"
                        .formatted(
                                server,
                                answer.statusCode(),
                                body.path("detail").asText(body.path("title").asText())));
            }
            return body;
        } catch (IOException e) {
            throw new AppException(
                    "No tenancy server answers at %s (TENANCY_HOST, TENANCY_PORT); start one with: ./tenancy serve"
                            .formatted(server),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AppException("Interrupted.", e);
        }
    }
}
