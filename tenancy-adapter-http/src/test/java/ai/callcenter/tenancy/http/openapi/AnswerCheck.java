package ai.callcenter.tenancy.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds one answer against what the document says about it. */
final class AnswerCheck {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the document says about every answer at once, and what is the web server's and the browser's affair. */
    private static final Set<String> COMMON = Set.of(
            "cache-control", "connection", "content-length", "content-type", "date", "vary", "x-content-type-options");

    /** The paths of what a limit of rates counts. */
    private static final Pattern COUNTED = Pattern.compile("/api/.*|/openapi\\.json|/docs(/.*)?|/demo/.*");

    /** What every answer has that a limit of rates has counted. */
    private static final Map<String, String> LIMITS =
            Map.of("ratelimit", "RateLimit", "ratelimit-policy", "RateLimitPolicy");

    private final Observed seen;
    private final Part response;
    private final List<String> faults = new ArrayList<>();

    AnswerCheck(Observed seen, Part response) {
        this.seen = seen;
        this.response = response;
    }

    List<String> faults() {
        headers();
        body();
        return faults;
    }

    private void headers() {
        Map<String, Part> documented = new java.util.HashMap<>();
        response.members("headers")
                .forEach((name, header) -> documented.put(name.toLowerCase(java.util.Locale.ROOT), header));
        if (COUNTED.matcher(seen.path()).matches()) {
            LIMITS.forEach((name, header) -> {
                if (seen.headers().containsKey(name)) {
                    documented.put(name, Document.served().header(header));
                }
            });
        }
        documented.forEach((name, header) -> {
            List<String> values = seen.headers().getOrDefault(name, List.of());
            if (values.isEmpty() && header.json().path("required").asBoolean()) {
                faults.add("the header " + name + " is missing");
            }
            values.forEach(value -> header.get("schema")
                    .against(TextNode.valueOf(value))
                    .forEach(error -> faults.add("header " + name + ": " + error)));
        });
        for (String name : seen.headers().keySet()) {
            if (!documented.containsKey(name) && !COMMON.contains(name) && !name.startsWith("access-control-")) {
                faults.add("the header " + name + " is not documented");
            }
        }
    }

    private void body() {
        Map<String, Part> content = response.members("content");
        String type = String.join(", ", seen.headers().getOrDefault("content-type", List.of()));
        if (content.isEmpty()) {
            if (!seen.body().isEmpty() || !type.isEmpty()) {
                faults.add("there is a body, and the document says that there is none");
            }
            return;
        }
        Part media = content.get(type);
        if (media == null) {
            faults.add("the content type is " + type + ", documented is " + content.keySet());
        } else if (!seen.method().equals("HEAD") && type.contains("json")) {
            json(media);
        }
    }

    private void json(Part media) {
        try {
            JsonNode body = JSON.readTree(seen.body());
            faults.addAll(media.get("schema").against(body));
            String code = body.path("code").asText();
            if (media.pointer().endsWith("problem+json")
                    && !Operation.codes(response).contains(code)) {
                faults.add("the code " + code + " is not documented here");
            }
        } catch (IOException e) {
            faults.add("the body is not JSON: " + e.getMessage());
        }
    }
}
