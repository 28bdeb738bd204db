package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.memory.InMemoryTenancy;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The library inside a service of somebody else's: it brings nothing along that was not asked for. */
class GuestTest {
    private static final Caller HOST = Caller.host("guest");
    /** One class of each jar that a host needs which has a pool and runs the migrations elsewhere. */
    private static final List<String> NEEDED = List.of(
            "ai.callcenter.tenancy.Tenancy",
            "ai.callcenter.tenancy.jdbc.JdbcTenancy",
            "ai.callcenter.tenancy.jdbc.GuestProbe",
            "org.jooq.DSLContext",
            "io.r2dbc.spi.ConnectionFactory",
            "org.reactivestreams.Publisher",
            "org.postgresql.Driver");

    private static Calls calls;

    @BeforeAll
    static void open() throws SQLException {
        calls = Calls.open();
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    @Test
    @SuppressWarnings("unchecked")
    void withAPoolOfTheHostsNeitherHikariNorFlywayIsNeeded() throws Exception {
        List<URL> jars = new ArrayList<>();
        for (String name : NEEDED) {
            jars.add(Class.forName(name).getProtectionDomain().getCodeSource().getLocation());
        }
        try (URLClassLoader alone =
                new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            for (String absent : List.of("com.zaxxer.hikari.HikariDataSource", "org.flywaydb.core.Flyway")) {
                assertThatThrownBy(() -> alone.loadClass(absent)).isInstanceOf(ClassNotFoundException.class);
            }
            BiFunction<String, String, String> probe =
                    (BiFunction<String, String, String>) alone.loadClass(GuestProbe.class.getName())
                            .getDeclaredConstructor()
                            .newInstance();
            assertThat(probe.apply(calls.database().url(), TestPostgres.SERVICE))
                    .startsWith("1 Optional.empty false ")
                    .contains("com.zaxxer:HikariCP");
        }
    }

    @Test
    void aHostsPoolNeedsNoThread() {
        Set<Thread> before = threads();
        use(calls.database().source(TestPostgres.SERVICE)); // the driver's own
        before.addAll(threads());
        use(calls.database().source(TestPostgres.SERVICE));
        assertThat(threads()).isSubsetOf(before);
        try (JdbcTenancy own = JdbcTenancy.open(calls.database().config())) {
            assertThat(own.fault()).isEmpty();
            assertThat(threads()).anyMatch(thread -> thread.getName().equals("tenancy-database-watch"));
        }
    }

    private static void use(javax.sql.DataSource source) {
        JdbcTenancy guest = JdbcTenancy.using(source);
        guest.tenancy().tenants().create(HOST, NewTenant.named("Acme"));
    }

    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getName().startsWith("PostgreSQL-JDBC")); // comes and goes
        return threads;
    }

    @Test
    void twoInOneServiceDoNotMeet() throws SQLException {
        try (Calls other = Calls.open();
                JdbcTenancy one = JdbcTenancy.using(calls.pool());
                JdbcTenancy two = JdbcTenancy.using(other.pool())) {
            InMemoryTenancy three = InMemoryTenancy.create();
            TenantId id = one.tenancy()
                    .tenants()
                    .create(HOST, NewTenant.named("Acme"))
                    .tenant()
                    .id();
            for (Tenancy elsewhere : List.of(
                    two.tenancy(), three.tenancy(), InMemoryTenancy.create().tenancy())) {
                assertThatThrownBy(() -> elsewhere.tenants().get(HOST, id)).isInstanceOf(TenancyException.class);
            }
            String names = one.store().inTenant(id, null, unit -> {
                Tenancy inner = two.tenancy(); // a unit of another one is no nested one
                return Objects.requireNonNull(unit.access().tenant()).name().value() + " "
                        + inner.tenants()
                                .create(HOST, NewTenant.named("Globex"))
                                .tenant()
                                .name()
                                .value();
            });
            assertThat(names).isEqualTo("Acme Globex");
        }
    }
}
