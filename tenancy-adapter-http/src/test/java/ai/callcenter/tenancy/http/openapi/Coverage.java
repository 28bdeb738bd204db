package ai.callcenter.tenancy.http.openapi;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of the documented answers tests have provoked. */
public final class Coverage {
    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z_]+)\"");

    /** Documented answers that the API contract does not provoke, each with the reason. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "getKeys 200", "the contract signs with a shared secret: TenancyServerTest",
            "* 400 bad_request", "made by Jetty, whatever the operation: SocketTopic",
            "* 409 refused_by_listener", "the server has no listener: FailureTest",
            "* 503 unavailable", "a server that stops: Jetty's GracefulHandler",
            "any 408 request_timeout", "takes its time: SlowClientTest");

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** Notes one answer. */
    public void note(Observed answer) {
        Matcher code = CODE.matcher(answer.body());
        String what = answer.status() + (answer.status() >= 400 && code.find() ? " " + code.group(1) : "");
        Document.served()
                .find(answer.method(), answer.path())
                .ifPresent(operation -> seen.add(operation.id() + " " + what));
        seen.add("any " + what);
    }

    /** The documented answers that nobody has seen, and the exceptions that are none. */
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>();
        Set<String> excused = ConcurrentHashMap.newKeySet();
        for (Operation operation : Document.served().operations()) {
            for (int status : operation.statuses()) {
                Collection<String> codes =
                        Operation.codes(operation.response(status).orElseThrow());
                add(gaps, excused, operation.id(), status, codes);
            }
        }
        Part other = Document.served().operations().getFirst().other();
        for (int status : Operation.others(other)) {
            add(gaps, excused, "any", status, codes(other, status));
        }
        ELSEWHERE.keySet().stream()
                .filter(exception -> !excused.contains(exception))
                .forEach(exception -> gaps.add(exception + " is an exception, and is seen or not documented"));
        return gaps;
    }

    /** The codes of one of the statuses that any operation may answer. */
    private static List<String> codes(Part other, int status) {
        Part examples = other.get("content").get("application/problem+json").get("examples");
        return Operation.codes(other).stream()
                .filter(code ->
                        examples.get(code).get("value").get("status").json().asInt() == status)
                .toList();
    }

    private void add(List<String> gaps, Set<String> excused, String operation, int status, Collection<String> codes) {
        for (String answer : codes.isEmpty()
                ? List.of(Integer.toString(status))
                : codes.stream().map(code -> status + " " + code).toList()) {
            if (!seen.contains(operation + " " + answer)) {
                String one = operation + " " + answer;
                String each = "* " + answer;
                if (ELSEWHERE.containsKey(one) || ELSEWHERE.containsKey(each)) {
                    excused.add(ELSEWHERE.containsKey(one) ? one : each);
                } else {
                    gaps.add(one + " is documented, and no test provokes it");
                }
            }
        }
    }
}
