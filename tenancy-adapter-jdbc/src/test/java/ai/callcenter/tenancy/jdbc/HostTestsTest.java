package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.jdbc.testing.IsolationExtension;
import ai.callcenter.tenancy.jdbc.testing.TenantIsolationTests;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tests that hosts are given pass where tenants are kept apart, and each fails where its wall is broken. */
class HostTestsTest {
    private static final SealKey KEY =
            SealKey.of("k1", "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
    private static TestPostgres sound;
    /** Whose the host is that JUnit makes. */
    private static @Nullable HostTestsTest running;

    private TestPostgres database;
    private HikariDataSource pool;
    private String schema = "host";
    private Map<String, Map<String, String>> values = Map.of();
    private @Nullable DataSource preparing;
    private @Nullable SealKey key;
    private Set<String> excused = Set.of();

    @BeforeAll
    static void prepare() throws SQLException {
        sound = HostTables.create();
        try (Connection owner = HostTables.connect(sound, HostTables.OWNER)) {
            for (String script : new String[] {"host.sql", "host-tests.sql"}) {
                TestPostgres.execute(owner, SqlCase.replaced(Resources.text(script), HostTables.VALUES));
            }
        }
    }

    @BeforeEach
    void copy() throws SQLException {
        database = sound.copy();
        pool = pool(database.url());
        running = this;
    }

    @AfterEach
    void drop() throws SQLException {
        pool.close();
        database.drop();
        try (Connection superuser = sound.superuser()) {
            TestPostgres.execute(
                    superuser,
                    SqlCase.replaced("alter role $app nobypassrls; alter role $app reset all", HostTables.VALUES));
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(HostTables.APP);
        config.setPassword("test");
        config.setMaximumPoolSize(1);
        return new HikariDataSource(config);
    }

    /** A host's test, as it stands in the guide. */
    static class TablesTest implements TenantIsolationTests {
        private final HostTestsTest given = Objects.requireNonNull(running);

        @Override
        public DataSource service() {
            return given.pool;
        }

        @Override
        public List<String> schemas() {
            return List.of(given.schema);
        }

        @Override
        public Map<String, String> values(String table) {
            return given.values.getOrDefault(table, Map.of());
        }

        @Override
        public @Nullable DataSource preparing() {
            return given.preparing;
        }

        @Override
        public Set<String> shared() {
            return Set.of("host.countries");
        }

        @Override
        public Set<String> excused() {
            return given.excused;
        }

        @Override
        public @Nullable SealKey sealKey() {
            return given.key;
        }
    }

    @Test
    void passWhereAllIsSound() throws SQLException {
        String before = rows();
        Map<String, String> results = HostTestsRun.of(TablesTest.class);
        assertThat(results)
                .hasSizeGreaterThan(50)
                .allSatisfy((name, result) -> assertThat(result).as(name).isEqualTo("SUCCESSFUL"));
        assertThat(results)
                .containsKeys(
                        "host.calls: another tenant sees no rows",
                        "host.legs: legs_tenant_id_call_id_fkey refuses another tenant's row of host.calls");
        assertThat(rows()).as("no trace").isEqualTo(before);
    }

    static Stream<SqlCase> broken() {
        return SqlCase.read("host-tests-broken.sql", HostTables.VALUES).stream();
    }

    @ParameterizedTest
    @MethodSource("broken")
    void failWhereAWallIsBroken(SqlCase broken) throws SQLException {
        breakIt(broken.sql(), broken.notes().containsKey("as"));
        pool.getHikariPoolMXBean().softEvictConnections(); // a role's settings count for new ones
        Map<String, String> results = HostTestsRun.of(TablesTest.class);
        results.values().removeIf("SUCCESSFUL"::equals);
        assertThat(results.entrySet().stream()
                        .map(each -> each.getValue().split(" ", 2)[0].toLowerCase(Locale.ROOT) + " "
                                + each.getKey().replaceFirst("^isolation\\(\\): ", ""))
                        .sorted()
                        .collect(Collectors.joining(" | ")))
                .as(broken.title())
                .isEqualTo(broken.outcome());
    }

    @Test
    void failWhereTheLoginIsNotBound() throws SQLException {
        breakIt("alter role " + HostTables.APP + " bypassrls", true);
        assertThat(HostTestsRun.of(TablesTest.class))
                .hasEntrySatisfying(
                        "host.calls: another tenant sees no rows",
                        result -> assertThat(result).startsWith("FAILED"))
                .hasEntrySatisfying(
                        "host.agents: a row for another tenant is refused",
                        result -> assertThat(result).startsWith("FAILED"));
    }

    @Test
    void aMisspelledSchemaIsNoSuccess() throws SQLException {
        breakIt("create schema empty", true);
        schema = "empty";
        assertThat(HostTestsRun.of(TablesTest.class).get("isolation(): there are tenants' tables"))
                .startsWith("FAILED No table in [empty] has a tenant's column");
    }

    @Test
    void aSealedTableTakesAKey() throws SQLException {
        breakIt(
                "select tenancy.add_seal_key('k1', '0123456789abcdef0123456789abcdef');"
                        + " select tenancy.isolate('host.notes', grantee => '" + HostTables.APP + "', sealed => true)",
                true);
        assertThat(HostTestsRun.of(TablesTest.class))
                .containsEntry(
                        "host.notes: another tenant sees no rows",
                        "FAILED host.notes takes a sealed context alone: override sealKey()");
        key = KEY;
        assertThat(HostTestsRun.of(TablesTest.class))
                .containsEntry("host.notes: without a seal no rows are seen", "SUCCESSFUL")
                .allSatisfy((name, result) -> assertThat(result).as(name).isEqualTo("SUCCESSFUL"));
    }

    @Test
    void whereTheServiceOnlyReadsSomebodyElseMakesTheRows() throws SQLException {
        breakIt("revoke insert, update, delete on host.notes from " + HostTables.APP, false);
        assertThat(HostTestsRun.of(TablesTest.class).get("host.notes: another tenant sees no rows"))
                .startsWith("FAILED Nothing is proved of host.notes. No sample row can be made in host.notes: ")
                .contains("preparing()");
        preparing = database.source("postgres");
        assertThat(HostTestsRun.of(TablesTest.class))
                .allSatisfy((name, result) -> assertThat(result).as(name).isEqualTo("SUCCESSFUL"));
        breakIt("create policy support on host.notes for select using (true)", false);
        assertThat(HostTestsRun.of(TablesTest.class).get("host.notes: another tenant sees no rows"))
                .startsWith("FAILED Rows of host.notes are seen");
    }

    @Test
    void aHostSaysWhatTheCatalogDoesNot() throws SQLException {
        breakIt("alter table host.queues add check (name ~ '^[+][0-9]{4}')", false);
        values = Map.of("host.queues", Map.of("name", "+4930123"));
        assertThat(HostTestsRun.of(TablesTest.class))
                .allSatisfy((name, result) -> assertThat(result).as(name).isEqualTo("SUCCESSFUL"));
        values = Map.of("host.queues", Map.of("nam", "+4930123"));
        assertThat(HostTestsRun.of(TablesTest.class).get("host.queues: another tenant sees no rows"))
                .contains("names a column that is not there: nam");
        values = Map.of();
        assertThat(HostTestsRun.of(TablesTest.class).get("host.queues: another tenant sees no rows"))
                .startsWith("FAILED Nothing is proved of host.queues. ")
                .contains("Override values(\"host.queues\") with what the table takes. Or name it in excused()");
        excused = Set.of("host.queues", "host.agents");
        assertThat(HostTestsRun.of(TablesTest.class).get("host.queues: another tenant sees no rows"))
                .startsWith("ABORTED No sample row can be made in host.queues: ");
    }

    @Test
    void aTableThatAllShareIsNamed() throws SQLException {
        breakIt(
                "create table host.prices (amount numeric); create table host.secret (a text);"
                        + " create table host.flyway_schema_history (rank integer);"
                        + " grant select on host.prices, host.flyway_schema_history to " + HostTables.APP,
                false);
        assertThat(HostTestsRun.of(TablesTest.class).get("isolation(): every table is a tenant's or shared"))
                .isEqualTo("FAILED Every tenant sees all rows of host.prices: add tenant_id and call tenancy.isolate,"
                        + " or, where all tenants share them, name them in shared().");
    }

    /** A host's tests of its own work. */
    static class WorkTest {
        @RegisterExtension
        static final IsolationExtension ISOLATION = IsolationExtension.of(Objects.requireNonNull(running).pool, "host");

        @Test
        void clean() throws SQLException {
            work(true);
        }

        @Test
        void leaking() throws SQLException {
            work(false);
        }

        private static void work(boolean local) throws SQLException {
            try (Connection connection = Objects.requireNonNull(running).pool.getConnection()) {
                TestPostgres.execute(
                        connection,
                        "select set_config('tenancy.tenant_id', '%s', %s)"
                                .formatted(HostTables.VALUES.get("acme"), local));
            }
        }
    }

    @Test
    void theExtensionSeesWhatTestsLeaveInThePool() throws SQLException {
        Map<String, String> results = HostTestsRun.of(WorkTest.class);
        assertThat(results.get("HostTestsTest$WorkTest: leaking()"))
                .startsWith("FAILED A connection came out of the pool with a tenant's context, tenancy.tenant_id = ");
        breakIt("alter table host.notes disable row level security", false);
        assertThat(HostTestsRun.of(WorkTest.class))
                .hasSize(1)
                .allSatisfy((name, result) -> assertThat(result)
                        .startsWith("FAILED ")
                        .contains("select tenancy.isolate('host.notes', grantee => '" + HostTables.APP + "')"));
    }

    private void breakIt(String sql, boolean asSuperuser) throws SQLException {
        try (Connection login = asSuperuser ? database.superuser() : HostTables.connect(database, HostTables.OWNER)) {
            TestPostgres.execute(login, sql);
        }
    }

    private String rows() throws SQLException {
        try (Connection superuser = database.superuser()) {
            return String.join(" ", HostTables.lines(superuser, """
                    select query_to_xml(format('select * from %s', c.oid::regclass), true, true, '')::text
                      from pg_class c where relnamespace = 'host'::regnamespace and relkind in ('r', 'p')
                     order by c.oid"""));
        }
    }
}
