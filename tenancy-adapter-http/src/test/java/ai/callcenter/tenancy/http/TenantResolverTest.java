package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantPatch;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a request names its tenant, on both containers, whose readings of a path and a host differ. */
class TenantResolverTest {
    private static final String DOMAIN = "acme.example";

    private final FilterOffice office = new FilterOffice(new InMemoryStore());
    private final HostServlets servlets = new HostServlets();
    private final Tenant acme = office.tenant(DOMAIN);
    private final Tenant globex = office.tenant("globex.example");
    private final FilterOffice.Person vera = office.member(acme, Role.VIEWER);
    private @org.jspecify.annotations.Nullable ServletHost host;

    /** The containers. */
    enum Container {
        JETTY(JettyHost::start),
        TOMCAT(TomcatHost::start);

        private final ServletHost.Starter starter;

        Container(ServletHost.Starter starter) {
            this.starter = starter;
        }
    }

    @AfterEach
    void stop() {
        if (host != null) {
            host.close();
        }
    }

    private int serve(Container container, TenantResolver... resolvers) throws Exception {
        host = container.starter.start(office.filter().tenantFrom(resolvers).build(), servlets.all());
        return host.port();
    }

    private static TestRequest get(int port, String path) {
        return new TestRequest(port, "GET", ServletHost.CONTEXT + path, TestRequest.UNDOCUMENTED);
    }

    private void letIn(Reply reply, Tenant tenant) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.body()).startsWith("REQUEST " + tenant.id());
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderNamesTheTenant(Container container) throws Exception {
        int port = serve(container, TenantResolver.header("X-Tenant-Id"));
        String id = acme.id().toString();
        letIn(get(port, "/calls").token(vera.token()).header("x-tenant-id", id).send(), acme);
        letIn(get(port, "/calls").token(vera.in(acme)).header("X-Tenant-Id", id).send(), acme);
        letIn(get(port, "/calls").token(vera.in(acme)).send(), acme);
        get(port, "/calls").token(vera.token()).send().problem(404, "no_current_tenant");
        String other = globex.id().toString();
        servlets.reached.clear();
        get(port, "/calls")
                .token(vera.token())
                .header("X-Tenant-Id", other)
                .send()
                .problem(403, "access_revoked");
        get(port, "/calls")
                .token(vera.in(acme))
                .header("X-Tenant-Id", other)
                .send()
                .problem(403, "wrong_tenant");
        // Of both, and the token still names one.
        office.tenancy.members().add(FilterOffice.HOST, globex.id(), vera.email, Role.ADMIN);
        get(port, "/calls")
                .token(vera.in(acme))
                .header("X-Tenant-Id", other)
                .send()
                .problem(403, "wrong_tenant");
        assertThat(servlets.reached).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderThatIsNoIdIsRefused(Container container) throws Exception {
        int port = serve(container, TenantResolver.header("X-Tenant-Id"));
        String id = acme.id().toString();
        for (String bad : List.of("1-1-1-1-1", "acme", id.toUpperCase(Locale.ROOT), id + "," + id, "{" + id + "}")) {
            get(port, "/calls")
                    .token(vera.in(acme))
                    .header("X-Tenant-Id", bad)
                    .send()
                    .invalid("X-Tenant-Id");
        }
        get(port, "/calls")
                .token(vera.in(acme))
                .header("X-Tenant-Id", id)
                .header("X-Tenant-Id", id)
                .send()
                .invalid("X-Tenant-Id");
        // Who calls comes first: a stranger is told nothing of the header.
        get(port, "/calls").header("X-Tenant-Id", "acme").send().problem(401, "missing_token");
        assertThat(servlets.reached).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPathNamesTheTenant(Container container) throws Exception {
        int port = serve(container, TenantResolver.path("/t/{tenant}"));
        letIn(get(port, "/t/" + acme.id() + "/calls/a%20b").token(vera.token()).send(), acme);
        letIn(get(port, "/t/" + acme.id()).token(vera.in(acme)).send(), acme);
        letIn(get(port, "/calls").token(vera.in(acme)).send(), acme);
        servlets.reached.clear();
        get(port, "/t/" + globex.id() + "/calls").token(vera.in(acme)).send().problem(403, "wrong_tenant");
        get(port, "/t/" + globex.id() + "/calls").token(vera.token()).send().problem(403, "access_revoked");
        get(port, "/t/" + UUID.randomUUID()).token(vera.token()).send().problem(403, "access_revoked");
        get(port, "/t/acme/calls").token(vera.in(acme)).send().invalid("tenant");
        get(port, "/t/").token(vera.in(acme)).send().invalid("tenant");
        assertThat(servlets.reached).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPathThatMayBeReadInTwoWaysReachesNothing(Container container) throws Exception {
        int port = serve(container, TenantResolver.path("/t/{tenant}"));
        String own = acme.id().toString();
        String other = globex.id().toString();
        List<String> tricks = List.of(
                "/t/" + own + "/../" + other + "/calls",
                "/t/" + own + "/%2e%2e/" + other + "/calls",
                "/t/" + own + "/.%2E/" + other + "/calls",
                "/t/" + own + "/..;/" + other + "/calls",
                "/t//" + other + "/calls",
                "//t/" + other + "/calls",
                "/t/./" + other + "/calls",
                "/t;x/" + other + "/calls",
                "/t/" + other + ";x/calls",
                "/%74/" + other + "/calls",
                "/t%2f" + other + "/calls",
                "/t/" + own + "%2f..%2f" + other,
                "/t/" + own + "\\..\\" + other,
                "/t/" + own + "%5c..%5c" + other,
                "/t/" + other + "%00/calls",
                "/t/" + own + "%252e%252e/" + other,
                "/t/%38" + own.substring(1) + "/calls");
        for (String trick : tricks) {
            try (RawClient client = new RawClient(port)) {
                client.send("GET /app" + trick
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer " + vera.in(acme)
                        + "\r\n\r\n");
                assertThat(client.answer()).as(trick).startsWith("HTTP/1.1 40");
            }
        }
        assertThat(servlets.reached).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theHostNamesTheTenantByItsDomain(Container container) throws Exception {
        int port = serve(container, TenantResolver.domain(office.tenancy));
        for (String name : List.of(DOMAIN, "ACME.Example", DOMAIN + ".", DOMAIN + ":" + port, DOMAIN + ":443")) {
            assertThat(sent(port, "/app/calls", vera.token(), "Host: " + name))
                    .as(name)
                    .contains("REQUEST " + acme.id());
        }
        // A target in absolute form is what counts (RFC 9112 section 3.2.2); a container may refuse two names.
        assertThat(sent(port, "http://" + DOMAIN + "/app/calls", vera.token(), "Host: " + DOMAIN))
                .contains("REQUEST " + acme.id());
        servlets.reached.clear();
        assertThat(sent(port, "http://globex.example/app/calls", vera.token(), "Host: " + DOMAIN))
                .containsAnyOf("access_revoked", "HTTP/1.1 400");
        assertThat(sent(port, "/app/calls", vera.token(), "Host: globex.example"))
                .contains("access_revoked");
        assertThat(sent(port, "/app/calls", vera.in(acme), "Host: globex.example"))
                .contains("wrong_tenant");
        for (String none : List.of("localhost", "127.0.0.1", "[::1]", "sub." + DOMAIN, "xn--nobody.example")) {
            assertThat(sent(port, "/app/calls", vera.token(), "Host: " + none))
                    .as(none)
                    .contains("no_current_tenant");
        }
        assertThat(sent(port, "/app/calls", vera.token(), "Host: " + DOMAIN + "\r\nHost: " + DOMAIN))
                .startsWith("HTTP/1.1 400");
        String forwarded = "Host: localhost\r\nX-Forwarded-Host: " + DOMAIN + "\r\nForwarded: host=" + DOMAIN;
        assertThat(sent(port, "/app/calls", vera.token(), forwarded)).contains("no_current_tenant");
        assertThat(servlets.reached).isEmpty();
        assertThat(sent(port, "/app/calls", vera.in(acme), "Host: localhost")).contains("REQUEST " + acme.id());
    }

    private static String sent(int port, String target, String token, String headers) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send("GET " + target + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\nAuthorization: Bearer "
                    + token + "\r\n\r\n");
            return client.answer();
        }
    }

    @ParameterizedTest
    @EnumSource
    void allThatNameATenantMustNameTheSame(Container container) throws Exception {
        int port = serve(
                container,
                TenantResolver.path("/t/{tenant}"),
                TenantResolver.header("X-Tenant-Id"),
                TenantResolver.domain(office.tenancy));
        String path = "/app/t/" + acme.id();
        String agreeing = "Host: " + DOMAIN + "\r\nX-Tenant-Id: " + acme.id();
        assertThat(sent(port, path, vera.token(), agreeing)).contains("REQUEST " + acme.id());
        servlets.reached.clear();
        office.tenancy.members().add(FilterOffice.HOST, globex.id(), vera.email, Role.ADMIN);
        for (String headers : List.of(
                "Host: globex.example\r\nX-Tenant-Id: " + acme.id(),
                "Host: " + DOMAIN + "\r\nX-Tenant-Id: " + globex.id(),
                "Host: globex.example")) {
            assertThat(sent(port, path, vera.token(), headers)).contains("wrong_tenant");
        }
        assertThat(sent(port, "/app/calls", vera.token(), "Host: globex.example\r\nX-Tenant-Id: " + acme.id()))
                .contains("wrong_tenant");
        assertThat(servlets.reached).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aDomainThatMovesLetsNobodyInWhoIsNoMember(Container container) throws Exception {
        int port = serve(container, TenantResolver.domain(office.tenancy));
        assertThat(sent(port, "/app/calls", vera.token(), "Host: " + DOMAIN)).contains("REQUEST " + acme.id());
        office.tenancy.tenants().update(FilterOffice.HOST, acme.id(), TenantPatch.NOTHING.domain(null));
        office.tenancy.tenants().update(FilterOffice.HOST, globex.id(), TenantPatch.NOTHING.domain(new Domain(DOMAIN)));
        FilterOffice.Person bob = office.member(globex, Role.ADMIN);
        servlets.reached.clear();
        // Where it is remembered still, it is a tenant that Bob is not in; where not, one that Vera is not in.
        String before = sent(port, "/app/calls", bob.token(), "Host: " + DOMAIN);
        assertThat(before).containsAnyOf("access_revoked", "REQUEST " + globex.id());
        assertThat(sent(port, "/app/calls", vera.token(), "Host: " + DOMAIN))
                .containsAnyOf("access_revoked", "REQUEST " + acme.id());
    }

    @org.junit.jupiter.api.Test
    void whatIsNoTemplateIsRefused() {
        for (String template :
                List.of("", "/", "/t", "t/{tenant}", "/{tenant}/t", "/t/{id}", "/t/*/{tenant}", "//{tenant}")) {
            assertThatThrownBy(() -> TenantResolver.path(template))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("/t/{tenant}");
        }
    }

    @org.junit.jupiter.api.Test
    void whatIsNoPlainPathIsNotExcepted() {
        for (String path : List.of("", "health", "/health/*", "/a//b", "/a/../b", "/a;b", "/%61", "/.", "/a/.b")) {
            assertThatThrownBy(() -> office.filter().except(path).build())
                    .as(path)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("/health");
        }
    }

    @ParameterizedTest
    @EnumSource
    void noOtherSpellingOfAnExceptedPathIsExcepted(Container container) throws Exception {
        host = container.starter.start(office.filter().except("/health").build(), servlets.all());
        for (String trick : List.of(
                "/health/../calls",
                "/health/..;/calls",
                "/health;x/../calls",
                "/calls;/../health",
                "/calls/..%2fhealth",
                "/%68ealth",
                "/health;jsessionid=1",
                "//health",
                "/./health",
                "/health/",
                "/health%2f..%2fcalls",
                "/HEALTH",
                "/health%00",
                "/health.")) {
            try (RawClient client = new RawClient(host.port())) {
                client.send("GET /app" + trick + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                assertThat(client.answer()).as(trick).startsWith("HTTP/1.1 40");
            }
        }
        assertThat(servlets.reached).filteredOn(one -> one.endsWith("REQUEST")).isEmpty();
        assertThat(get(host.port(), "/health").send().status()).isEqualTo(200);
        assertThat(sent(host.port(), "http://localhost/app/health", "none", "Host: localhost"))
                .startsWith("HTTP/1.1 200");
    }
}
