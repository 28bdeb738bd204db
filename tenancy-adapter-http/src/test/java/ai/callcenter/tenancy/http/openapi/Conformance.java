package ai.callcenter.tenancy.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether a request and its answer are as the document says. */
public final class Conformance {
    private static final Document DOCUMENT = Document.served();

    private Conformance() {}

    /** Fails for an answer, or a request that succeeded, that is otherwise than documented. */
    public static void check(Observed seen) {
        assertThat(faults(seen))
                .as("what the OpenAPI document has against %s", seen)
                .isEmpty();
    }

    static List<String> faults(Observed seen) {
        return DOCUMENT.find(seen.method(), seen.path())
                .map(operation -> faults(seen, operation))
                .orElseGet(() -> withoutOperation(seen));
    }

    private static List<String> faults(Observed seen, Operation operation) {
        Optional<Part> response = operation.response(seen.status());
        if (response.isEmpty()) {
            return List.of("the status " + seen.status() + " is not documented for " + operation.id());
        }
        List<String> faults = new ArrayList<>(new AnswerCheck(seen, response.get()).faults());
        if (seen.isSuccess()) {
            faults.addAll(new RequestCheck(seen, operation).faults());
        }
        return faults;
    }

    /** What no operation serves is refused, but for a browser that asks before it calls (CORS). */
    private static List<String> withoutOperation(Observed seen) {
        if (seen.method().equals("OPTIONS") && seen.status() == 204) {
            return List.of();
        }
        return DOCUMENT.withoutOperation(seen.status())
                .map(response -> new AnswerCheck(seen, response).faults())
                .orElseGet(() -> List.of("it is answered, and no operation is documented for it"));
    }
}
