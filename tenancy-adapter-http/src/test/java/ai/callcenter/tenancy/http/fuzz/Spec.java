package ai.callcenter.tenancy.http.fuzz;

import ai.callcenter.tenancy.http.TenancyHttp;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the OpenAPI document says that can be asked, as far as a fuzzer wants to know. */
final class Spec {
    private static final String BASE = "urn:tenancy:openapi";
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    private final JsonNode document = read();
    private final Schema problem;
    private final List<Operation> operations = new ArrayList<>();

    /**
     * A parameter.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    record Parameter(String name, String in, JsonNode schema) {}

    /**
     * An operation.
     *
     * @param path the template
     * @param body the schema of the JSON object that it takes; absent where it takes none
     */
    record Operation(String method, String path, List<Parameter> parameters, JsonNode body) {
        boolean isApi() {
            return path.startsWith("/api/");
        }

        boolean takesBody() {
            return !body.isMissingNode();
        }
    }

    Spec() {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(BASE, document.toString())));
        problem = registry.getSchema(SchemaLocation.of(BASE + "#/components/schemas/Problem"));
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation ->
                                add(operation.getKey(), path.getKey(), path.getValue(), operation.getValue())));
        if (operations.isEmpty()) {
            throw new IllegalStateException("the document names no operation");
        }
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(TenancyHttp.class.getResourceAsStream("openapi.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String method, String path, JsonNode item, JsonNode operation) {
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode all : List.of(item.path("parameters"), operation.path("parameters"))) {
            all.forEach(one -> {
                JsonNode parameter = resolved(one);
                parameters.add(new Parameter(
                        parameter.path("name").asText(), parameter.path("in").asText(), parameter.path("schema")));
            });
        }
        JsonNode body = resolved(operation.path("requestBody")).path("content").path("application/json");
        operations.add(new Operation(
                method.toUpperCase(Locale.ROOT), path, List.copyOf(parameters), resolved(body.path("schema"))));
    }

    List<Operation> operations() {
        return operations;
    }

    /** What a reference points to; anything else as it is. Of alternatives the first. */
    JsonNode resolved(JsonNode node) {
        if (node.has("$ref")) {
            return resolved(
                    document.at(JsonPointer.compile(node.get("$ref").asText().substring(1))));
        }
        return node.has("oneOf") ? resolved(node.get("oneOf").get(0)) : node;
    }

    /** What the schema of a problem has against a value. */
    List<String> againstProblem(JsonNode value) {
        return problem.validate(value).stream().map(Object::toString).toList();
    }
}
