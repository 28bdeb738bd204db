package ai.callcenter.tenancy.app.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An answer as a page shows it: {@code → 404 tenant_not_found}, or {@code → 201, `Location: /api/v1/tenants/…`} and a
 * block of JSON.
 *
 * @param status the status
 * @param code the problem's code; empty where the page names none
 * @param headers lines of the head, as patterns
 * @param body the JSON, empty where the page shows none; null beside a command, where there is no room for one
 */
record Shown(
        int status,
        String code,
        List<String> headers,
        @Nullable String body) {
    private static final Pattern LINE = Pattern.compile("→ ([1-5][0-9]{2})(?: ([a-z_]+))?((?:, `[^`]+`)*)");
    private static final Pattern HEADER = Pattern.compile("`([^`]+)`");

    static Shown parse(String line, @Nullable String body) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an answer, such as “→ 201, `ETag: \"…\"`”: " + line);
        }
        List<String> headers = HEADER.matcher(matcher.group(3))
                .results()
                .map(one -> one.group(1))
                .toList();
        String code = matcher.group(2) == null ? "" : matcher.group(2);
        return new Shown(Integer.parseInt(matcher.group(1)), code, headers, body);
    }

    /** How an answer differs from this; empty where it does not. */
    List<String> differences(Answered got) {
        List<String> differences = new ArrayList<>();
        String json = new String(got.body(), UTF_8);
        if (got.status() != status) {
            differences.add("the page shows status " + status + ", the server answered " + got.status() + " " + json);
            return differences;
        }
        for (String header : headers) {
            if (got.headers().stream().noneMatch(line -> JsonDifference.matches(header, line))) {
                differences.add("the page shows the header " + header + ", the server sent " + got.headers());
            }
        }
        if (!code.isEmpty() && !json.contains("\"code\":\"" + code + "\"")) {
            differences.add("the page shows the code " + code + ", the server answered " + json);
        }
        if (body != null && !body.isEmpty()) {
            differences.addAll(JsonDifference.of(body, json));
        } else if (code.isEmpty() && got.isJson() && (body != null || got.isError())) {
            differences.add("the page shows neither body nor code, the server answered " + json);
        }
        return differences;
    }
}
