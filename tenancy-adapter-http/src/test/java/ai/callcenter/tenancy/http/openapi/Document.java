package ai.callcenter.tenancy.http.openapi;

import ai.callcenter.tenancy.http.TenancyHttp;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The OpenAPI document that the server serves. */
public final class Document {
    private static final Document SERVED = new Document();

    private final JsonNode json = read();
    private final Schemas schemas = new Schemas(json);
    private final List<Operation> operations = new ArrayList<>();

    private Document() {
        root().members("paths")
                .forEach((path, item) -> item.json()
                        .fieldNames()
                        .forEachRemaining(method -> operations.add(Operation.of(method, path, item.get(method)))));
    }

    /** Read once. */
    public static Document served() {
        return SERVED;
    }

    private static JsonNode read() {
        try (InputStream in = Objects.requireNonNull(TenancyHttp.class.getResourceAsStream("openapi.json"))) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Part root() {
        return new Part(this, "", json);
    }

    /** In the document's order. */
    public List<Operation> operations() {
        return operations;
    }

    /** The operation of this id. */
    public Operation operation(String id) {
        return operations.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The operations that name this status. */
    public Stream<Operation> answering(int status) {
        return operations.stream().filter(one -> one.statuses().contains(status));
    }

    /** The operations that name this code of a problem. */
    public Stream<Operation> answering(String code) {
        return operations.stream()
                .filter(one -> one.statuses().stream()
                        .flatMap(status -> one.response(status).stream())
                        .anyMatch(response -> Operation.codes(response).contains(code)));
    }

    /**
     * The operation that a request is for.
     *
     * @param path as it was sent, without the query
     */
    public Optional<Operation> find(String method, String path) {
        return operations.stream().filter(one -> one.serves(method, path)).findFirst();
    }

    /** What is said about the answer to a request that no operation serves. */
    Optional<Part> withoutOperation(int status) {
        String name = switch (status) {
            case 400 -> "BadRequest";
            case 403 -> "OriginNotAllowed";
            case 404 -> "PathNotFound";
            case 405 -> "MethodNotAllowed";
            default -> "Other";
        };
        Part response = root().get("components").get("responses").get(name);
        return name.equals("Other") && !Operation.others(response).contains(status)
                ? Optional.empty()
                : Optional.of(response);
    }

    /** The shared header of this name. */
    Part header(String name) {
        return root().get("components").get("headers").get(name);
    }

    /** What the OpenAPI Initiative's schema and JSON Schema's own have against it. */
    public List<String> faults() {
        return Schemas.documentFaults(json);
    }

    Schemas schemas() {
        return schemas;
    }

    Part follow(Part part) {
        JsonNode target = part.json().get("$ref");
        // A schema's reference is the validator's to follow; elsewhere it has no siblings.
        if (target == null || part.pointer().contains("/schema")) {
            return part;
        }
        String pointer = target.asText().substring(1);
        return follow(new Part(this, pointer, json.at(JsonPointer.compile(pointer))));
    }
}
