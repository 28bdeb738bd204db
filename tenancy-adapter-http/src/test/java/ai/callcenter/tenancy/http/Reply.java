package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the server, with what holds for each one.
 *
 * @param path what was asked for
 * @param headers the header fields by name in lower case
 */
record Reply(String path, int status, Map<String, List<String>> headers, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Nullable
    String header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        assertThat(values).as(name).hasSizeLessThanOrEqualTo(1);
        return values.isEmpty() ? null : values.getFirst();
    }

    String etag() {
        String tag = header("etag");
        assertThat(tag).matches("\"[0-9a-f]{16}\"");
        return String.valueOf(tag);
    }

    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(body, e);
        }
    }

    /** A field of the body, as text. */
    String text(String field) {
        assertThat(json().has(field)).as(body).isTrue();
        return json().get(field).asText();
    }

    /** The field of each item of a list. */
    List<String> items(String field) {
        List<String> values = new ArrayList<>();
        ok(200).json().get("items").forEach(item -> values.add(item.get(field).asText()));
        return values;
    }

    /** An answer of this status, well-formed. */
    Reply ok(int expected) {
        assertThat(status).as("%s: %s", path, body).isEqualTo(expected);
        common();
        if (expected == 204 || expected == 304) {
            assertThat(body).isEmpty();
            assertThat(header("content-type")).isNull();
        } else {
            assertThat(header("content-type")).isEqualTo("application/json");
        }
        return this;
    }

    /** A problem of this status and code, well-formed. */
    Reply problem(int expected, String code) {
        assertThat(status).as("%s: %s", path, body).isEqualTo(expected);
        common();
        assertThat(header("content-type")).isEqualTo("application/problem+json");
        JsonNode problem = json();
        assertThat(problem.get("code").asText()).isEqualTo(code);
        assertThat(problem.get("type").asText()).isEqualTo("urn:tenancy:problem:" + code);
        assertThat(problem.get("title").asText()).isNotBlank();
        assertThat(problem.get("status").asInt()).isEqualTo(expected);
        assertThat(problem.get("detail").asText()).isNotBlank();
        assertThat(problem.get("instance").asText()).isEqualTo(path.replaceAll("\\?.*", ""));
        assertThat(problem.get("request_id").asText()).isEqualTo(header("x-request-id"));
        // A qualified name of a class, a constraint, a statement.
        assertThat(body)
                .doesNotContainPattern("(?i)exception|\\b(java|org|io|com|ai)\\.[a-z]|tenancy\\.[a-z]+_|select ");
        return this;
    }

    /** A refusal of the input, naming exactly these places. */
    Reply invalid(String... places) {
        problem(400, "invalid_input");
        List<String> named = new ArrayList<>();
        json().path("errors").forEach(error -> {
            assertThat(error.get("message").asText()).isNotBlank();
            named.add((error.has("pointer") ? error.get("pointer") : error.get("parameter")).asText());
        });
        assertThat(named).as(body).containsExactlyInAnyOrder(places);
        return this;
    }

    private void common() {
        assertThat(header("x-request-id")).matches("[A-Za-z0-9._-]{1,64}");
        assertThat(header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(header("server")).isNull();
        assertThat(header("x-powered-by")).isNull();
        if (path.startsWith("/api/")) {
            assertThat(header("cache-control")).isEqualTo("no-store");
        }
    }
}
