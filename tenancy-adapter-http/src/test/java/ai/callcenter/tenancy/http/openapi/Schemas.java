package ai.callcenter.tenancy.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The document's schemas: JSON Schema 2020-12. A format says nothing here, as in the standard; each has a pattern
 * beside it, since libraries differ in what an e-mail is.
 */
final class Schemas {
    private static final String BASE = "urn:tenancy:openapi";

    /** Those that the document uses. */
    private static final Set<String> KEYWORDS = Set.of(
            "$ref",
            "additionalProperties",
            "const",
            "default",
            "dependentRequired",
            "description",
            "enum",
            "format",
            "items",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minimum",
            "oneOf",
            "pattern",
            "properties",
            "required",
            "type");

    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    Schemas(JsonNode document) {
        Map<String, String> texts = Map.of(BASE, document.toString());
        registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(texts));
    }

    /** What the schema at a pointer has against a value. */
    List<String> against(String pointer, JsonNode value) {
        Schema schema = schemas.computeIfAbsent(pointer, at -> registry.getSchema(SchemaLocation.of(BASE + "#" + at)));
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    /**
     * What is wrong with a document as such. Its structure is held against the OpenAPI Initiative's schema of
     * 2026-08-03 (Apache-2.0), its schemas against JSON Schema's own; a keyword that neither knows would be passed over
     * in silence, so it is a fault too.
     */
    static List<String> documentFaults(JsonNode document) {
        SchemaRegistry known = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        List<String> faults = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(Schemas.class.getResourceAsStream("openapi-3.1.schema.json"))) {
            known.getSchema(in).validate(document).forEach(error -> faults.add(error.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Schema schema = known.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        schemas(document, false, one -> {
            schema.validate(one).forEach(error -> faults.add(one + ": " + error));
            one.fieldNames().forEachRemaining(keyword -> {
                if (!KEYWORDS.contains(keyword)) {
                    faults.add(one + ": there is no keyword " + keyword);
                }
            });
        });
        return faults;
    }

    /** Finds each schema, and those inside of it. */
    private static void schemas(JsonNode node, boolean schema, Consumer<JsonNode> visitor) {
        if (schema) {
            visitor.accept(node);
        }
        node.properties().forEach(member -> {
            JsonNode value = member.getValue();
            switch (member.getKey()) {
                case "schema", "items", "additionalProperties" -> schemas(value, value.isObject(), visitor);
                case "schemas", "properties" -> value.forEach(one -> schemas(one, true, visitor));
                case "oneOf" -> value.forEach(one -> schemas(one, true, visitor));
                case "example", "value", "default", "enum", "const" -> {}
                default -> schemas(value, false, visitor);
            }
        });
        if (node.isArray()) {
            node.forEach(element -> schemas(element, false, visitor));
        }
    }
}
