package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.tenant.Tenant;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** The filter before the routes of a host's own Javalin: as a filter of its Jetty, and as a handler. */
class JavalinFilterTest {
    private final FilterOffice office = new FilterOffice(new InMemoryStore());
    private final Tenant acme = office.tenant();
    private final FilterOffice.Person vera = office.member(acme, Role.VIEWER);
    private final TenancyFilter filter = office.filter().build();

    private static void hosted(Consumer<JavalinConfig> own, IntConsumer test) {
        Javalin javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    own.accept(config);
                    config.routes.get(
                            "/calls",
                            context -> context.result(
                                    TenantRequest.of(context.req()).tenantId() + " in "
                                            + HostServlets.SCOPE
                                                    .find()
                                                    .map(Object::toString)
                                                    .orElse("none")));
                    config.routes.get("/own", context -> context.result("mine"));
                })
                .start(0);
        try {
            test.accept(javalin.port());
        } finally {
            javalin.stop();
        }
    }

    private static TestRequest get(int port, String path) {
        return new TestRequest(port, "GET", path, TestRequest.UNDOCUMENTED);
    }

    @Test
    void asAFilterOfTheServersItOpensTheScope() {
        hosted(
                config -> config.jetty.modifyServletContextHandler(
                        context -> context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST))),
                port -> {
                    get(port, "/calls").send().problem(401, "missing_token");
                    get(port, "/own").send().problem(401, "missing_token");
                    assertThat(get(port, "/calls").token(vera.in(acme)).send().body())
                            .isEqualTo(acme.id() + " in " + acme.id());
                });
    }

    @Test
    void asAHandlerItGuardsSomeRoutes() {
        hosted(config -> config.routes.before("/calls", TenancyHttp.before(filter)), port -> {
            get(port, "/calls").send().problem(401, "missing_token");
            get(port, "/calls").token(vera.token()).send().problem(404, "no_current_tenant");
            assertThat(get(port, "/calls").token(vera.in(acme)).send().body()).isEqualTo(acme.id() + " in none");
            assertThat(get(port, "/own").send().body()).isEqualTo("mine");
            office.remove(acme, vera);
            get(port, "/calls").token(vera.in(acme)).send().problem(403, "access_revoked");
        });
    }
}
