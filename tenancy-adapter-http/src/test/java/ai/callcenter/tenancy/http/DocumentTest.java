package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.http.openapi.Document;
import ai.callcenter.tenancy.http.openapi.Operation;
import ai.callcenter.tenancy.http.openapi.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The document against the routes, against the code, and against itself. */
class DocumentTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** How the adapter makes a problem: a status and a code; a 401 has its status in {@code refused}. */
    private static final Pattern PROBLEM = Pattern.compile(
            "(?:\\b(?:Problem|of)\\(\\s*[45]\\d\\d,\\s*|refused\\(|error == null \\? )\"([a-z]+(?:_[a-z]+)*)\"");

    private final Document document = Document.served();

    @Test
    void everyRouteIsAnOperationAndTheReverse() {
        Set<String> routes = new TreeSet<>();
        try (FailingServer server = new FailingServer(IllegalStateException::new)) {
            routes.addAll(server.routes());
        }
        Set<String> documented = new TreeSet<>();
        for (Operation operation : document.operations()) {
            documented.add(operation.method() + " " + operation.path());
            if (operation.method().equals("GET")) {
                documented.add("HEAD " + operation.path());
            }
        }
        assertThat(routes).isEqualTo(documented);
    }

    @Test
    void everyCodeInTheSourcesIsInTheDocumentAndTheReverse() throws IOException {
        Set<String> codes = new TreeSet<>();
        Stream.of(ErrorCode.values()).forEach(code -> codes.add(code.wire()));
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                PROBLEM.matcher(Files.readString(file))
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .forEach(codes::add);
            }
        }
        Part components = document.root().get("components");
        Set<String> named = new TreeSet<>();
        components.get("schemas").get("ProblemCode").get("enum").json().forEach(code -> named.add(code.asText()));
        assertThat(named).isEqualTo(codes);
        assertThat(new TreeSet<>(components.members("examples").keySet())).isEqualTo(codes);
        components.members("examples").forEach((code, example) -> {
            assertThat(example.get("value").text("code")).isEqualTo(code);
            assertThat(example.get("value").text("type")).isEqualTo("urn:tenancy:problem:" + code);
        });
    }

    @Test
    void everyExampleIsWhatItsSchemaAllows() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : document.operations()) {
            operation.part().elements("parameters").forEach(parameter -> examples(parameter, false, faults));
            operation.body().ifPresent(body -> content(body, faults));
            operation.part().members("responses").forEach((status, response) -> {
                content(response, faults);
                response.members("headers").values().forEach(header -> examples(header, true, faults));
                problems(operation, status, response, faults);
            });
        }
        assertThat(faults).isEmpty();
    }

    private static void content(Part part, List<String> faults) {
        part.members("content").values().forEach(media -> examples(media, true, faults));
    }

    private static void examples(Part part, boolean needed, List<String> faults) {
        if (needed && part.examples().isEmpty()) {
            faults.add(part.pointer() + " has no example");
        }
        part.examples()
                .forEach((name, example) -> part.get("schema")
                        .against(example)
                        .forEach(error -> faults.add(part.pointer() + ", " + name + ": " + error)));
    }

    /** An example of a problem is one of the response's status. */
    private static void problems(Operation operation, String status, Part response, List<String> faults) {
        Set<Integer> statuses = status.equals("default") ? Operation.others(response) : Set.of(Integer.valueOf(status));
        for (String code : Operation.codes(response)) {
            Part example = response.get("content")
                    .get("application/problem+json")
                    .get("examples")
                    .get(code);
            if (!statuses.contains(example.get("value").get("status").json().asInt())) {
                faults.add(operation.id() + " " + status + ": " + code + " is of another status");
            }
        }
    }

    @Test
    void itIsAnOpenApiDocument() {
        assertThat(document.faults()).isEmpty();
    }

    @Test
    void everyPartOfItIsUsed() {
        String text = document.root().json().toString();
        List<String> unused = new ArrayList<>();
        Map<String, Part> kinds = document.root().members("components");
        kinds.remove("securitySchemes");
        kinds.keySet()
                .forEach(kind -> document.root().get("components").members(kind).keySet().stream()
                        .map(name -> "#/components/" + kind + "/" + name)
                        .filter(reference -> !text.contains("\"" + reference + "\""))
                        .forEach(unused::add));
        // What no operation answers: its path is unknown, or its method.
        assertThat(unused)
                .containsExactlyInAnyOrder(
                        "#/components/responses/PathNotFound", "#/components/responses/MethodNotAllowed");
    }
}
