package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.tenant.Tenant;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The filter where something behind it fails, where there are two, and where there is none. */
class FilterFailureTest {
    private final FilterOffice office = new FilterOffice(new InMemoryStore());
    private final HostServlets servlets = new HostServlets();
    private final Tenant acme = office.tenant();
    private final FilterOffice.Person vera = office.member(acme, Role.VIEWER);

    private Reply calls(Filter filter, String token, String tenant) throws Exception {
        try (ServletHost host = TomcatHost.start(filter, servlets.all())) {
            TestRequest request =
                    new TestRequest(host.port(), "GET", ServletHost.CONTEXT + "/calls", TestRequest.UNDOCUMENTED);
            return request.token(token).header("X-Tenant-Id", tenant).send();
        }
    }

    private TenancyFilter over(Supplier<RuntimeException> failure) {
        Tenancy failing = Tenancy.on(new FailingStore(failure));
        return TenancyFilter.builder(failing, office.verifier)
                .tenantFrom(TenantResolver.domain(failing))
                .build();
    }

    @Test
    void aStoreThatIsAwayLetsNobodyIn() throws Exception {
        TenancyFilter away =
                over(() -> new TenancyException(ErrorCode.STORE_UNAVAILABLE, "The store is away; try again."));
        calls(away, vera.in(acme), "x").problem(503, "store_unavailable");
        assertThat(calls(away, vera.in(acme), "x").header("retry-after")).isEqualTo("1");
        assertThat(servlets.reached).isEmpty();
    }

    @Test
    void aBugLetsNobodyInAndTellsNothing() throws Exception {
        calls(over(() -> new IllegalStateException("org.secret.Name")), vera.in(acme), "x")
                .problem(500, "internal_error");
        TenancyFilter broken = office.filter()
                .tenantFrom((request, token) -> {
                    throw new IllegalStateException("org.secret.Name");
                })
                .build();
        calls(broken, vera.in(acme), "x").problem(500, "internal_error");
        assertThat(servlets.reached).isEmpty();
    }

    @Test
    void aResolverOfTheHostsMayRefuse() throws Exception {
        TenancyFilter filter = office.filter()
                .tenantFrom((request, token) -> {
                    throw TenancyException.invalid("not so");
                })
                .build();
        calls(filter, vera.in(acme), "x").problem(400, "invalid_input");
    }

    @Test
    void twoFiltersMayNameOneTenantAndNotTwo() throws Exception {
        TenancyFilter first = office.filter().build();
        TenancyFilter second = office.filter()
                .least(Role.VIEWER)
                .tenantFrom((request, token) ->
                        Optional.of(acme.id()).filter(id -> "x".equals(request.getHeader("X-Tenant-Id"))))
                .build();
        Filter both = (request, response, chain) ->
                first.doFilter(request, response, (inner, answer) -> second.doFilter(inner, answer, chain));
        assertThat(calls(both, vera.in(acme), "x").body()).startsWith("REQUEST " + acme.id());
        Tenant globex = office.tenant();
        FilterOffice.Person bob = office.member(globex, Role.MEMBER);
        office.tenancy.members().add(FilterOffice.HOST, acme.id(), bob.email, Role.ADMIN);
        TenancyFilter byHeader =
                office.filter().tenantFrom(TenantResolver.header("X-Tenant-Id")).build();
        TenancyFilter fixed = office.filter()
                .tenantFrom((request, token) -> Optional.of(acme.id()))
                .build();
        Filter two = (request, response, chain) ->
                byHeader.doFilter(request, response, (inner, answer) -> fixed.doFilter(inner, answer, chain));
        servlets.reached.clear();
        calls(two, bob.token(), globex.id().toString()).problem(403, "wrong_tenant");
        assertThat(servlets.reached).isEmpty();
        assertThat(calls(two, bob.token(), acme.id().toString()).status()).isEqualTo(200);
    }

    @Test
    void whatAFilterBeforeItDoesToEveryBodyIsStillToldInARefusal() throws Exception {
        TenancyFilter filter = office.filter().build();
        Filter compressing = (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Content-Encoding", "x-none");
            filter.doFilter(request, response, chain);
        };
        for (ServletHost.Starter starter : List.<ServletHost.Starter>of(JettyHost::start, TomcatHost::start)) {
            try (ServletHost host = starter.start(compressing, servlets.all())) {
                String path = ServletHost.CONTEXT + "/described";
                Reply reply = new TestRequest(host.port(), "GET", path, TestRequest.UNDOCUMENTED)
                        .token(vera.in(acme))
                        .send();
                assertThat(reply.problem(403, "insufficient_role").header("content-encoding"))
                        .isEqualTo("x-none");
            }
        }
    }

    @Test
    void whereNoFilterRanTheErrorSaysSo() {
        HttpServletRequest bare = (HttpServletRequest) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {HttpServletRequest.class}, (self, method, args) -> null);
        assertThat(TenantRequest.find(bare)).isEmpty();
        assertThatThrownBy(() -> TenantRequest.of(bare))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TenancyFilter");
    }
}
