package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What a client sees, and the log says, when the store fails. */
class FailureTest {
    private static final String SECRET_DETAIL = "ERROR: relation \"tenancy.tenants\" does not exist";

    private final List<LogRecord> logged = new ArrayList<>();

    private Reply ask(Supplier<RuntimeException> failure) {
        Logger logger = Logger.getLogger(Failures.class.getName());
        Handler handler = new Memory();
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (FailingServer server = new FailingServer(failure)) {
            return new TestRequest(server.port(), "GET", "/api/v1/tenant")
                    .token(server.token())
                    .send();
        } finally {
            logger.removeHandler(handler);
        }
    }

    private final class Memory extends Handler {
        @Override
        public void publish(LogRecord line) {
            logged.add(line);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void aFailureIsLoggedWithItsRequestAndNothingOfItIsTold() {
        Reply reply = ask(() -> new IllegalStateException(SECRET_DETAIL)).problem(500, "internal_error");
        assertThat(reply.body()).doesNotContain("relation");
        assertThat(logged).singleElement().satisfies(line -> {
            assertThat(line.getMessage()).contains(String.valueOf(reply.header("x-request-id")));
            assertThat(line.getThrown()).hasMessage(SECRET_DETAIL);
        });
    }

    @Test
    void anErrorOfTheMachineIsAnAnswerToo() {
        ask(() -> {
                    throw new StackOverflowError();
                })
                .problem(500, "internal_error");
        assertThat(logged).hasSize(1);
    }

    @Test
    void aStoreThatIsAwayMeansTryAgain() {
        Reply reply = ask(() -> new TenancyException(
                        ErrorCode.STORE_UNAVAILABLE,
                        "The store is away; try again.",
                        new RuntimeException(SECRET_DETAIL)))
                .problem(503, "store_unavailable");
        assertThat(reply.header("retry-after")).isEqualTo("1");
        assertThat(reply.body()).doesNotContain("relation");
        assertThat(logged)
                .singleElement()
                .satisfies(
                        line -> assertThat(line.getMessage()).contains(String.valueOf(reply.header("x-request-id"))));
    }

    @Test
    void whatAListenerOfTheHostRefusesIsToldInItsWords() {
        try (FailingServer server = new FailingServer(() -> TenancyException.refused("Talk to sales."))) {
            Reply reply = new TestRequest(
                            server.port(), "POST", "/api/v1/tenants/00000000-0000-4000-8000-000000000001/members")
                    .token(server.token())
                    .json("{\"email\":\"new@acme.example\",\"role\":\"viewer\"}")
                    .send()
                    .problem(409, "refused_by_listener");
            assertThat(reply.body()).contains("\"detail\":\"Talk to sales.\"");
        }
    }
}
