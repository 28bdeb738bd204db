package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.store.TenancyStore;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract of the API: every route, every status, every common rule. A store that a server runs on passes it by a
 * subclass that hands the store over; it need not be empty, but its platform admins are replaced.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ApiContract
        implements AuthenticationTopic,
                HostileTokenTopic,
                ConnectionTopic,
                AccessTopic,
                TenantTopic,
                TenantPatchTopic,
                TenantsTopic,
                SwitchTopic,
                SessionTopic,
                SignOutTopic,
                MemberTopic,
                ConfigTopic,
                RateLimitTopic,
                AuditTopic,
                PagingTopic,
                ConditionalTopic,
                InputTopic,
                NoBodyTopic,
                PlatformTopic,
                ProtocolTopic,
                SocketTopic,
                CrossOriginTopic,
                DemoTopic,
                OperationTopic,
                DocumentTopic,
                AuthorizationTopic {
    private @org.jspecify.annotations.Nullable Api api;
    private int run;

    /** The store; asked for once. It stays open. */
    protected abstract TenancyStore store();

    @BeforeAll
    void start() {
        api = new Api(store());
    }

    @BeforeEach
    void count() {
        run++;
    }

    /** When all of the contract has run, every answer that the document names has been seen. */
    @AfterAll
    void stop() {
        api().close();
        long tests = Stream.of(getClass().getMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .count();
        if (run == tests) {
            assertThat(api().coverage.gaps()).isEmpty();
        }
    }

    @Override
    public final Api api() {
        return java.util.Objects.requireNonNull(api);
    }
}
