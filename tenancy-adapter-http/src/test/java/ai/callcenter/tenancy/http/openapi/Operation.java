package ai.callcenter.tenancy.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One operation of the document.
 *
 * @param method in upper case; HEAD counts as GET
 * @param path the template
 */
public record Operation(String id, String method, String path, Part part, Pattern pattern) {
    private static final String DEFAULT = "default";
    private static final String PROBLEM = "application/problem+json";

    static Operation of(String method, String path, Part part) {
        Pattern pattern =
                Pattern.compile(path.replace(".", "\\.").replace("{path}", ".+").replaceAll("\\{[a-z]+}", "[^/]+"));
        return new Operation(part.text("operationId"), method.toUpperCase(Locale.ROOT), path, part, pattern);
    }

    boolean serves(String asked, String sent) {
        return method.equals(asked.equals("HEAD") ? "GET" : asked)
                && pattern.matcher(sent).matches();
    }

    /** Whether it needs a token. */
    public boolean secured() {
        return !part.has("security");
    }

    /** The statuses that are named one by one. */
    public Set<Integer> statuses() {
        Set<Integer> statuses = new TreeSet<>();
        part.members("responses").keySet().stream()
                .filter(status -> !status.equals(DEFAULT))
                .forEach(status -> statuses.add(Integer.valueOf(status)));
        return statuses;
    }

    /** What is said about the statuses that any operation may answer. */
    public Part other() {
        return part.get("responses").get(DEFAULT);
    }

    /** The statuses that any operation may answer. */
    public static Set<Integer> others(Part other) {
        Set<Integer> others = new TreeSet<>();
        other.get("x-statuses").json().forEach(status -> others.add(status.asInt()));
        return others;
    }

    /** What is said about a status; nothing about one that cannot be. */
    public Optional<Part> response(int status) {
        Map<String, Part> responses = part.members("responses");
        Part named = responses.get(Integer.toString(status));
        if (named == null && others(other()).contains(status)) {
            named = other();
        }
        return Optional.ofNullable(named);
    }

    /** The codes that the problems of a response can have. */
    public static Collection<String> codes(Part response) {
        Part problem = response.members("content").get(PROBLEM);
        return problem == null ? List.of() : problem.members("examples").keySet();
    }

    /** Whether it has a parameter of this name, in the path, the query or the header. */
    public boolean has(String parameter) {
        return part.elements("parameters").stream()
                .anyMatch(one -> one.text("name").equals(parameter));
    }

    /** The request body, if it takes one. */
    public Optional<Part> body() {
        return part.has("requestBody") ? Optional.of(part.get("requestBody")) : Optional.empty();
    }

    /** The first example of a request body; an empty text where it takes none. */
    public String exampleBody() {
        return body().map(body -> body.get("content")
                        .get("application/json")
                        .examples()
                        .values()
                        .iterator()
                        .next())
                .map(JsonNode::toString)
                .orElse("");
    }

    /**
     * The path, filled in: this tenant, this member, the setting {@code greeting}, the file {@code page.js} or
     * {@code importmap.json}.
     *
     * @param email of the member, percent-encoded
     */
    public String path(String tenant, String email) {
        return path.replace("{id}", tenant)
                .replace("{email}", email)
                .replace("{key}", "greeting")
                .replace("{file}", "page.js")
                .replace("{path}", "importmap.json");
    }
}
