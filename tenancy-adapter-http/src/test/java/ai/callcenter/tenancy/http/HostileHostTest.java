package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.memory.InMemoryStore;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The contract of the routes on a host that overrules whatever lets it, and the host's own routes beside them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileHostTest
        implements AuthenticationTopic,
                HostileTokenTopic,
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
                PlatformTopic {
    private @Nullable Api api;

    @BeforeAll
    void start() {
        api = new Api(new InMemoryStore(), HOST_LIMITS, HostileHost::start);
    }

    @AfterAll
    void stop() {
        api().close();
    }

    @Override
    public Api api() {
        return Objects.requireNonNull(api);
    }

    // What follows is no test here: it asks for what Jetty answers, or a path that only the server has.

    @Override
    public void howeverLongItIs() {}

    @Override
    public void whatTwoReadersCouldTakeForTwoCallersIsRefused() {}

    @Override
    public void whatIsNoRefreshTokenIsRefused() {}

    @Override
    public void answersTellTheLimitOfTheTenantOrOfTheAddress() {}

    @Override
    public void aBodyHasAtMost64Kibibytes() {}

    @Override
    public void whereNoBodyIsTakenNoneIsIgnored() {}

    private static final RateLimits HOST_LIMITS = new RateLimits(Api.MANY, Api.MANY, TrustedProxies.NONE);

    @Test
    void theHostsOwnRoutesAreItsOwn() {
        Reply own = new TestRequest(api().port(), "GET", "/own", TestRequest.UNDOCUMENTED).send();
        assertThat(own.body()).isEqualTo("mine");
        assertThat(own.header("content-type")).isEqualTo("text/html");
        assertThat(own.header("x-request-id")).isNull();
        for (String path : new String[] {"/own/fail", "/nothing"}) {
            Reply reply = new TestRequest(api().port(), "GET", path, TestRequest.UNDOCUMENTED).send();
            assertThat(reply.status()).isEqualTo(HostileHost.STATUS);
            assertThat(reply.body()).isEqualTo(HostileHost.SAYS);
        }
    }
}
