package ai.callcenter.tenancy.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Holds a request that succeeded against what the document says that can be sent. */
final class RequestCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Observed seen;
    private final Operation operation;
    private final List<String> faults = new ArrayList<>();

    RequestCheck(Observed seen, Operation operation) {
        this.seen = seen;
        this.operation = operation;
    }

    List<String> faults() {
        parameters("path", path());
        // Calls outside of the API do not look at it.
        if (operation.path().startsWith("/api/")) {
            parameters("query", query());
        }
        body();
        return faults;
    }

    private Map<String, String> path() {
        Map<String, String> values = new HashMap<>();
        String[] names = operation.path().split("/", -1);
        String[] texts = seen.path().split("/", names.length); // the last one may hold slashes
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                values.put(names[i].substring(1, names[i].length() - 1), decode(texts[i].replace("+", "%2B")));
            }
        }
        return values;
    }

    private Map<String, String> query() {
        Map<String, String> values = new HashMap<>();
        for (String one : seen.query().isEmpty() ? new String[0] : seen.query().split("&", -1)) {
            String[] both = one.split("=", 2);
            values.put(decode(both[0]), both.length < 2 ? "" : decode(both[1]));
        }
        return values;
    }

    private void parameters(String in, Map<String, String> values) {
        for (Part parameter : operation.part().elements("parameters")) {
            if (parameter.text("in").equals(in)) {
                String value = values.remove(parameter.text("name"));
                if (value != null) {
                    Part schema = parameter.get("schema");
                    schema.against(typed(value, schema))
                            .forEach(error -> faults.add(parameter.text("name") + ": " + error));
                } else if (parameter.json().path("required").asBoolean()) {
                    faults.add(parameter.text("name") + " is absent");
                }
            }
        }
        values.keySet().forEach(name -> faults.add(in + " parameter " + name + " is taken, and not documented"));
    }

    private void body() {
        Optional<Part> body = operation.body();
        if (body.isEmpty()) {
            if (!seen.requestBody().isBlank()
                    && !seen.requestBody().strip().replaceAll("\\s", "").equals("{}")) {
                faults.add("a body is taken, and not documented");
            }
            return;
        }
        if (seen.requestBody().isEmpty() && !body.get().json().path("required").asBoolean()) {
            return;
        }
        Part media = body.get()
                .members("content")
                .get(seen.requestType().replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT));
        if (media == null) {
            faults.add("the content type " + seen.requestType() + " is taken, and not documented");
            return;
        }
        try {
            JsonNode json = JSON.readTree(seen.requestBody());
            media.get("schema").against(json).forEach(error -> faults.add("request body: " + error));
        } catch (IOException e) {
            faults.add("the request body is not JSON: " + e.getMessage());
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** A parameter has no type but the one that its schema gives it. */
    private static JsonNode typed(String value, Part schema) {
        boolean number = schema.json().path("type").asText().equals("integer") && value.matches("\\d{1,9}");
        return number ? LongNode.valueOf(Long.parseLong(value)) : TextNode.valueOf(value);
    }
}
