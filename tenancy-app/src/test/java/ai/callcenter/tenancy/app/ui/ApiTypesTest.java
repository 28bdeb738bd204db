package ai.callcenter.tenancy.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.ui.TypeDeclarations.Property;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The client in JavaScript, and its types, against the server's OpenAPI document. */
class ApiTypesTest {
    private static final String FOLDER = "/ai/callcenter/tenancy/http/";
    private static final String BASE = "/api/v1";
    private static final Pattern CALL = Pattern.compile("\\.call\\(\\s*'([A-Z]+)', '([^']+)'");
    private static final Pattern METHOD =
            Pattern.compile("(?m)^  (?:async |get |set )?([a-z]\\w*)(?:\\(| = (?:async )?\\(|: \\()");

    /** The methods of the class below it that are no one else's to call. */
    private static final Set<String> INNER = Set.of("call", "enter");

    private final String client = Script.read(FOLDER + "ui/api-client.js");
    private final String script = Script.read(FOLDER + "ui/tenancy-api.js");
    private final TypeDeclarations types = new TypeDeclarations(Script.read(FOLDER + "ui/tenancy-api.d.ts"));
    private final JsonNode openApi;

    ApiTypesTest() throws IOException {
        openApi = new ObjectMapper().readTree(Script.read(FOLDER + "openapi.json"));
    }

    @Test
    void callsEveryOperationAndNoOther() {
        Set<String> operations = openApi.get("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith(BASE))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(Map.Entry::getKey)
                        .filter(Set.of("get", "post", "put", "patch", "delete")::contains)
                        .map(method -> method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().substring(BASE.length())))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(CALL.matcher(client + script)
                        .results()
                        .map(m -> m.group(1) + " " + m.group(2))
                        .collect(Collectors.toSet()))
                .isEqualTo(operations);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tenant",
                "NewTenant",
                "TenantPatch",
                "Seats",
                "Member",
                "NewMember",
                "MemberPatch",
                "Config",
                "AuditEntry",
                "User",
                "TenantToken"
            })
    void declaresWhatIsSentAndAnswered(String name) {
        JsonNode schema = openApi.at("/components/schemas/" + name);
        Set<String> required =
                schema.path("required").valueStream().map(JsonNode::asText).collect(Collectors.toSet());
        Map<String, Property> expected = new LinkedHashMap<>();
        schema.get("properties")
                .propertyStream()
                .forEach(property -> expected.put(
                        property.getKey(),
                        new Property(!required.contains(property.getKey()), types(property.getValue()))));
        if (name.equals("AuditEntry")) {
            // A newer server may know more of them.
            expected.put("action", new Property(false, Set.of("string")));
        }
        assertThat(types.interfaceOf(name)).isEqualTo(expected);
    }

    @Test
    void declaresEveryMethodAndNoOther() {
        Set<String> methods = methods(body(client, "export class ApiClient {"));
        methods.removeAll(INNER);
        methods.addAll(methods(body(script, "export class TenancyApi extends ApiClient {")));
        // Set by the constructor.
        Pattern.compile("this\\.(on\\w+) = ").matcher(client).results().forEach(m -> methods.add(m.group(1)));
        assertThat(methods).hasSizeGreaterThan(20).isEqualTo(methods(types.body("export class TenancyApi {")));
    }

    private static String body(String script, String line) {
        assertThat(script).contains(line);
        int start = script.indexOf(line);
        return script.substring(start, script.indexOf("\n}", start));
    }

    private static Set<String> methods(String body) {
        return METHOD.matcher(body).results().map(m -> m.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The types of a schema, as {@link TypeDeclarations} names them. */
    private Set<String> types(JsonNode schema) {
        if (schema.has("$ref")) {
            return types(openApi.at(schema.get("$ref").asText().substring(1)));
        }
        Stream<String> found;
        if (schema.has("oneOf")) {
            found = schema.get("oneOf").valueStream().flatMap(one -> types(one).stream());
        } else if (schema.has("enum")) {
            found = schema.get("enum").valueStream().map(one -> "'" + one.asText() + "'");
        } else if (schema.has("const")) {
            found = Stream.of("'" + schema.get("const").asText() + "'");
        } else if (schema.path("type").isArray()) {
            found = schema.get("type").valueStream().map(JsonNode::asText);
        } else {
            found = Stream.of(schema.path("type").asText("unknown"));
        }
        return found.map(type -> type.equals("integer") ? "number" : type)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
