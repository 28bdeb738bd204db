package ai.callcenter.tenancy.app.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One object of Kubernetes' in {@code src/deploy/kubernetes}.
 *
 * @param file where it stands
 * @param content what stands there
 */
public record Manifest(String file, JsonNode content) {
    /** The folder of all files that deploy the server. */
    public static final Path FOLDER = Path.of("src", "deploy");

    private static final Path KUBERNETES = FOLDER.resolve("kubernetes");

    /** All of them; a file may hold several. */
    static List<Manifest> all() throws IOException {
        ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
        List<Manifest> all = new ArrayList<>();
        try (var files = Files.newDirectoryStream(KUBERNETES, "*.yaml")) {
            for (Path file : files) {
                try (Reader in = Files.newBufferedReader(file, UTF_8);
                        var documents = yaml.readerFor(JsonNode.class).<JsonNode>readValues(in)) {
                    documents.forEachRemaining(
                            content -> all.add(new Manifest(file.getFileName().toString(), content)));
                }
            }
        }
        return all;
    }

    /** The one of this kind and name. */
    public static Manifest of(String kind, String name) throws IOException {
        return all().stream()
                .filter(m -> m.kind().equals(kind)
                        && m.content.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What sort of object it is, such as {@code Deployment}. */
    String kind() {
        return content.path("kind").asText();
    }

    /** What a ConfigMap or a Secret holds. */
    public Map<String, String> data() {
        Map<String, String> data = new LinkedHashMap<>();
        content.path(kind().equals("Secret") ? "stringData" : "data")
                .properties()
                .forEach(entry -> data.put(entry.getKey(), entry.getValue().textValue()));
        return data;
    }

    /** What the first container of a Deployment or a Job is. */
    public JsonNode container() {
        return content.at("/spec/template/spec/containers/0");
    }

    /** The environment that the container gets, by the names that Kubernetes would look up. */
    public Map<String, String> environment() throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode from : container().path("envFrom")) {
            String kind = from.has("secretRef") ? "Secret" : "ConfigMap";
            environment.putAll(of(kind, from.findValue("name").asText()).data());
        }
        for (JsonNode variable : container().path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            String value = secret.isMissingNode()
                    ? variable.path("value").asText()
                    : of("Secret", secret.path("name").asText())
                            .data()
                            .get(secret.path("key").asText());
            environment.put(variable.path("name").asText(), value);
        }
        return environment;
    }

    @Override
    public String toString() {
        return kind() + " in " + file;
    }
}
