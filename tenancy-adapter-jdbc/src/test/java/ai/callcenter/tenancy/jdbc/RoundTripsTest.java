package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.session.RefreshToken;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.text.Json;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A read is one round trip and a write three, but for sessions; counted on the wire by a proxy. */
@NullUnmarked // fixtures are set before all tests
class RoundTripsTest {
    private static final PageRequest PAGE = PageRequest.first();
    private static CountingProxy proxy;
    private static JdbcTenancy jdbc;
    private static Tenancy tenancy;
    private static Caller.User ana;
    private static TenantId acme;

    @BeforeAll
    static void open() throws IOException {
        TestPostgres database = TestPostgres.create();
        proxy = CountingProxy.to(database.port());
        String url = database.url().replace(":" + database.port() + "/", ":" + proxy.port() + "/");
        JdbcConfig config = database.config();
        jdbc = JdbcTenancy.open(
                JdbcConfig.of(url, config.user(), config.password()).withPoolSize(1));
        tenancy = Tenancy.on(jdbc.store());
        UserId id = tenancy.users().signIn(new Identity("idp", "ana", new Email("ana@acme.example"), true, "Ana"));
        acme = tenancy.tenants()
                .create(Caller.user(id), NewTenant.named("Acme"))
                .tenant()
                .id();
        ana = Caller.user(id).in(acme);
        tenancy.members().add(ana, acme, new Email("bo@acme.example"), Role.MEMBER);
    }

    @AfterAll
    static void close() throws IOException {
        jdbc.close();
        proxy.close();
    }

    @TestFactory
    Stream<DynamicTest> reads() {
        return Stream.of(
                trips("the tenant", 1, () -> tenancy.tenants().get(ana, acme)),
                trips("the count", 1, () -> tenancy.members().count(ana, acme)),
                trips("my tenants", 1, () -> tenancy.tenants().mine(ana, TenantFilter.ALL, PAGE)),
                trips("entering", 1, () -> tenancy.tenants().enter(ana, acme)),
                trips("whose a domain is", 1, () -> tenancy.tenants().withDomain(new Domain("acme.example"))),
                trips("me", 1, () -> tenancy.users().me(ana)),
                trips("the members", 1, () -> tenancy.members().list(ana, acme, MemberFilter.ALL, PAGE)),
                trips("a member", 1, () -> tenancy.members().get(ana, acme, new Email("bo@acme.example"))),
                trips("the configuration", 1, () -> tenancy.configs().list(ana, acme, PAGE)),
                trips("the trail", 1, () -> tenancy.audit().list(ana, acme, PAGE)));
    }

    @TestFactory
    Stream<DynamicTest> writes() {
        Email cy = new Email("cy@acme.example");
        ConfigKey key = new ConfigKey("colour");
        return Stream.of(
                trips("create", 3, () -> tenancy.tenants().create(ana, NewTenant.named("Other"))),
                trips(
                        "change",
                        3,
                        () -> tenancy.tenants()
                                .update(
                                        ana,
                                        acme,
                                        TenantPatch.NOTHING.name(new TenantName("Acme " + System.nanoTime())))),
                trips("switch", 3, () -> tenancy.tenants().switchTo(ana, acme)),
                trips("open a session", 4, () -> tenancy.tenants().openSession(ana, acme)),
                trips("go on in it", 5, RoundTripsTest::refresh),
                trips("sign out", 3, () -> tenancy.sessions().signOut(ana)),
                trips("add, re-role, remove", 9, () -> {
                    tenancy.members().add(ana, acme, cy, Role.VIEWER);
                    tenancy.members().changeRole(ana, acme, cy, Role.MEMBER);
                    tenancy.members().remove(ana, acme, cy);
                }),
                trips("set and delete a key", 6, () -> {
                    tenancy.configs().put(ana, acme, key, Json.string("blue"));
                    tenancy.configs().delete(ana, acme, key);
                }));
    }

    /** The events travel with the commit. */
    @TestFactory
    Stream<DynamicTest> writesThatSubscriptionsAreToldOf() {
        tenancy.events().subscribe("one", event -> {});
        tenancy.events().subscribe("two", event -> {});
        return writes().onClose(() -> {
            tenancy.events().unsubscribe("one");
            tenancy.events().unsubscribe("two");
        });
    }

    private static void refresh() {
        RefreshToken token = tenancy.tenants().openSession(ana, acme).refreshToken();
        proxy.reset();
        tenancy.sessions().refresh(token, null);
    }

    /** Ten runs: the first ones describe and prepare, which costs no round trip either. */
    private static DynamicTest trips(String what, int expected, Runnable work) {
        return DynamicTest.dynamicTest(what, () -> {
            for (int run = 1; run <= 10; run++) {
                proxy.reset();
                work.run();
                assertThat(proxy.roundTrips()).as("round trips of run %d", run).isEqualTo(expected);
            }
        });
    }
}
