package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.openapi.Document;
import ai.callcenter.tenancy.http.openapi.Matrix;
import ai.callcenter.tenancy.http.openapi.Operation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what: every operation of the document, called by every kind of caller. */
interface AuthorizationTopic extends ApiTopic {
    @Test
    default void theTableNamesEveryOperationAndNoOther() {
        assertThat(Matrix.read().answers().keySet())
                .containsExactlyElementsOf(Document.served().operations().stream()
                        .map(Operation::id)
                        .toList());
    }

    /** What one caller does must not bear on the next: whoever may change something does it in a tenant of its own. */
    @Test
    default void everyCallerMayWhatTheTableSays() {
        Map<String, Map<String, String>> seen = new LinkedHashMap<>();
        Callers callers = new Callers(api());
        Map<String, Callers.One> readers = callers.all();
        operations(true).forEach(one -> seen.put(one.id(), answers(one, readers)));
        operations(false).forEach(one -> seen.put(one.id(), answers(one, callers.all())));
        assertThat(seen).isEqualTo(Matrix.read().answers());
    }

    private static Stream<Operation> operations(boolean reading) {
        return Document.served().operations().stream()
                .filter(one -> one.method().equals("GET") == reading);
    }

    private Map<String, String> answers(Operation operation, Map<String, Callers.One> callers) {
        Map<String, String> answers = new LinkedHashMap<>();
        callers.forEach((caller, one) -> {
            String path = operation.path(one.room().id, one.member().email());
            TestRequest request = api().request(operation.method(), path);
            String body = operation.exampleBody();
            TestRequest filled = body.isEmpty() ? request : request.json(body);
            Reply reply = (one.token().isEmpty() ? filled : filled.token(one.token())).send();
            answers.put(caller, reply.status() < 400 ? "" + reply.status() : reply.status() + " " + reply.text("code"));
        });
        // Whoever has signed out can come back in the next second.
        api().clock.advance(Duration.ofSeconds(1));
        return answers;
    }
}
