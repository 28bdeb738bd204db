package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.http.openapi.Document;
import ai.callcenter.tenancy.http.openapi.Matrix;
import ai.callcenter.tenancy.http.openapi.Operation;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
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

    @Test
    default void everyCallerMayWhatTheTableSays() {
        Map<String, Map<String, String>> seen = new LinkedHashMap<>();
        Matrix.read()
                .answers()
                .keySet()
                .forEach(id -> seen.put(id, answers(Document.served().operation(id))));
        assertThat(seen).isEqualTo(Matrix.read().answers());
    }

    /** One operation by all callers, in new tenants: what one of them does must not bear on the next. */
    private Map<String, String> answers(Operation operation) {
        Map<String, String> answers = new LinkedHashMap<>();
        new Callers(api()).all().forEach((caller, one) -> {
            TestRequest request = api().request(
                            operation.method(),
                            operation.path(Map.of(
                                    "id",
                                    one.room().id,
                                    "email",
                                    one.member().email(),
                                    "key",
                                    "greeting",
                                    "file",
                                    "page.js")));
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
