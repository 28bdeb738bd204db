package ai.callcenter.tenancy.http.fuzz;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for every answer, whatever was sent. */
final class Oracle {
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Names of classes, traces of a stack, and what a database says; the requests have none of it. */
    private static final Pattern INTERNALS = Pattern.compile(
            "ai\\.callcenter|org\\.(?:postgresql|jooq|eclipse|slf4j)|com\\.(?:zaxxer|fasterxml|auth0)|io\\.javalin"
                    + "|\\bjava\\.[a-z]+|\\bjavax?\\.|jakarta\\.|\\bat [a-z.]+\\(|[a-z]Exception|[a-z]Error\\b"
                    + "|(?i:jetty|sqlstate|duplicate key|violates|syntax error|insert into|current_setting|set_config"
                    + "|row-level|_pkey|_fkey|_unique|_check\\b|deadlock|hikari)");

    private static final String PROBLEM = "application/problem+json";

    private final Spec spec;
    private final String secret;

    /** @param secret what must never be told */
    Oracle(Spec spec, String secret) {
        this.spec = spec;
        this.secret = secret;
    }

    /** What is wrong with the answer to a request of the document. */
    List<String> against(Shot shot, World world, Wire.Response response) {
        List<String> faults = new ArrayList<>();
        boolean bodiless = shot.method().equals("HEAD");
        common(response, bodiless, faults);
        boolean asDocumented = response.status() < 300 && !shot.operation().isApi();
        leaks(asDocumented ? response.head() : response.all(), world, response.status() >= 400, faults);
        if (!asDocumented
                && !Set.of("operator", "other").contains(shot.caller())
                && !shot.contains(world.marker())
                && response.all().contains(world.marker())) {
            faults.add("it tells of another tenant");
        }
        return faults;
    }

    /** What is wrong with an answer to what may not even be HTTP. */
    List<String> against(World world, Wire.Response response, boolean operator) {
        List<String> faults = new ArrayList<>();
        common(response, false, faults);
        leaks(response.all(), world, response.status() >= 400, faults);
        if (!operator && response.all().contains(world.marker())) {
            faults.add("it tells of another tenant");
        }
        return faults;
    }

    private void common(Wire.Response response, boolean bodiless, List<String> faults) {
        int status = response.status();
        if (status >= 500 && status != 505) {
            faults.add("the server is at fault");
        }
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            if (header.getKey().equals("x-injected") || header.getKey().equals("server")) {
                faults.add("a header field of somebody else: " + header);
            }
        }
        if (!response.header("x-content-type-options").equals("nosniff")
                || !response.header("x-request-id").matches("[A-Za-z0-9._-]{1,64}")) {
            faults.add("the common header fields are missing");
        }
        if (status >= 400) {
            if (!response.header("content-type").equals(PROBLEM)) {
                faults.add("an error that is no problem+json");
            } else if (!bodiless) {
                problem(response, faults);
            }
        }
    }

    private void problem(Wire.Response response, List<String> faults) {
        try {
            JsonNode problem = JSON.readTree(response.body());
            faults.addAll(spec.againstProblem(problem));
            if (problem.path("status").asInt() != response.status()) {
                faults.add("the problem has another status");
            }
            if (!problem.path("request_id").asText().equals(response.header("x-request-id"))) {
                faults.add("the problem has another request id");
            }
        } catch (IOException e) {
            faults.add("the problem is not JSON: " + e.getMessage());
        }
    }

    private void leaks(String text, World world, boolean error, List<String> faults) {
        if (text.contains(secret)) {
            faults.add("it tells the secret");
        }
        if (error && world.tokens().values().stream().anyMatch(text::contains)) {
            faults.add("it repeats a token");
        }
        internals(text, faults);
    }

    /** What must not be in an answer, nor in a line of the log that a client can cause. */
    static void internals(String text, List<String> faults) {
        var found = INTERNALS.matcher(text);
        if (found.find()) {
            faults.add("it tells what the server is made of: " + found.group());
        }
    }
}
