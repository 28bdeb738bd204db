package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.store.IdentityUnit;
import ai.callcenter.tenancy.store.PlatformUnit;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.store.TenantReads;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.store.UserReads;
import ai.callcenter.tenancy.store.UserUnit;
import ai.callcenter.tenancy.store.Work;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client sees, and the log says, when the store fails. */
class FailureTest {
    private static final String SECRET_DETAIL = "ERROR: relation \"tenancy.tenants\" does not exist";

    /** A store that does nothing but fail. */
    private record Failing(Supplier<RuntimeException> failure) implements TenancyStore {
        @Override
        public TenantReads read(TenantId tenant, @Nullable UserId caller) {
            throw failure.get();
        }

        @Override
        public UserReads read(UserId user) {
            throw failure.get();
        }

        @Override
        public Optional<User> find(Identity identity) {
            throw failure.get();
        }

        @Override
        public <R, X extends Exception> R inTenant(
                TenantId tenant, @Nullable UserId caller, Work<? super TenantUnit, R, X> work) {
            throw failure.get();
        }

        @Override
        public <R, X extends Exception> R asIdentity(Identity identity, Work<? super IdentityUnit, R, X> work) {
            throw failure.get();
        }

        @Override
        public <R, X extends Exception> R asUser(UserId user, Work<? super UserUnit, R, X> work) {
            throw failure.get();
        }

        @Override
        public <R, X extends Exception> R asPlatform(
                @Nullable UserId operator, String reason, Work<? super PlatformUnit, R, X> work) {
            throw failure.get();
        }
    }

    private final List<LogRecord> logged = new ArrayList<>();

    private Reply ask(Supplier<RuntimeException> failure) {
        TokenSettings settings = new TokenSettings("tenancy", "tenancy", Duration.ofHours(1), Clock.systemUTC());
        TokenKeys keys = TokenKeys.of(SharedSecret.of(Api.SECRET), null);
        TokenIssuer issuer = new TokenIssuer(settings, keys);
        TenancyHttp api = new TenancyHttp(Tenancy.on(new Failing(failure)), new TokenVerifier(settings, keys), issuer);
        Logger logger = Logger.getLogger(Failures.class.getName());
        Handler handler = new Memory();
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try (TenancyServer server =
                new TenancyServer(api, keys, () -> null, RequestLog.NONE, new ServerSettings("127.0.0.1", 0)).start()) {
            String token = issuer.issueTenantToken(UUID.randomUUID(), "a@b.example", UUID.randomUUID(), "admin")
                    .token();
            return new TestRequest(server.port(), "GET", "/api/v1/tenant")
                    .token(token)
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
}
