package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is provoked once, on a database of its own; the check names that fault alone, and its remedy mends it. */
class IsolationCheckTest {
    private static final String LOGIN = "test_checked";
    private static final Map<String, String> VALUES = Map.of(
            "login",
            LOGIN,
            "boss",
            "test_boss",
            "group",
            "test_group",
            "older",
            "" + (Migrations.SCHEMA_VERSION - 1),
            "newer",
            "" + (Migrations.SCHEMA_VERSION + 1));
    private static TestPostgres migrated;

    private TestPostgres database;

    @BeforeAll
    static void migrate() {
        migrated = TestPostgres.create();
    }

    @BeforeEach
    void prepare() throws SQLException {
        database = migrated.copy();
        asSuperuser("create role " + LOGIN + " login password 'test'; grant tenancy_app to " + LOGIN);
    }

    @AfterEach
    void restore() throws SQLException {
        database.drop();
        database = migrated;
        asSuperuser("drop role if exists " + LOGIN + ", test_boss, test_group; alter role tenancy_owner nosuperuser"
                + " nobypassrls");
    }

    @Test
    void aSoundDatabaseHasNoFaults() throws SQLException {
        assertThat(check()).isEmpty();
    }

    static Stream<SqlCase> faults() {
        return SqlCase.read("faults.sql", VALUES).stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFaultAndItsRemedy(SqlCase fault) throws SQLException {
        asSuperuser(fault.sql());
        List<Fault> found = check();
        assertThat(found).hasSize(1).allMatch(Fault::stops);
        assertThat(found.getFirst().toString()).startsWith(fault.outcome());
        if (!fault.notes().containsKey("mended")) {
            asSuperuser(found.getFirst().remedy());
            assertThat(check()).as("after the remedy").isEmpty();
        }
    }

    @Test
    void hasNothingAgainstWhatOnlyTakesRights() throws SQLException {
        asSuperuser("create policy less on tenancy.users as restrictive using (role <> 'platform_admin');"
                + " alter table tenancy.tenants add check (max_users < 100)");
        assertThat(check()).isEmpty();
    }

    @Test
    void hasNothingAgainstViewsThatLookAsTheirCaller() throws SQLException {
        asSuperuser("create view public.honest with (security_invoker) as select name from tenancy.tenants");
        assertThat(check()).isEmpty();
    }

    @Test
    void namesASettingThatTheConnectionCarries() throws SQLException {
        try (Connection service = service()) {
            TestPostgres.execute(service, "set tenancy.email = 'ann@acme.example'");
            assertThat(IsolationCheck.run(service))
                    .extracting(Fault::object, Fault::remedy)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("setting tenancy.email", "reset tenancy.email"));
        }
    }

    @Test
    void leavesTheConnectionAsItWas() throws SQLException {
        try (Connection service = service()) {
            TestPostgres.execute(service, "set search_path = public");
            IsolationCheck.run(service);
            assertThat(service.getAutoCommit()).isTrue();
            try (Statement statement = service.createStatement();
                    ResultSet row = statement.executeQuery("show search_path")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("public");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "150018, true",
        "150019, false",
        "160014, true",
        "160015, false",
        "170010, true",
        "170011, false",
        "180005, true",
        "180006, false",
        "190000, false"
    })
    void warnsOfReleasesThatLackAFix(String version, boolean warned) throws SQLException {
        String rule = Resources.text("check/version.sql")
                .replace("current_setting('server_version_num')", "'" + version + "'");
        try (Connection service = service();
                Statement statement = service.createStatement();
                ResultSet rows = statement.executeQuery(rule)) {
            assertThat(rows.next()).isEqualTo(warned);
        }
    }

    private List<Fault> check() throws SQLException {
        try (Connection service = service()) {
            return IsolationCheck.run(service);
        }
    }

    private Connection service() throws SQLException {
        return DriverManager.getConnection(database.url(), LOGIN, "test");
    }

    private void asSuperuser(String sql) throws SQLException {
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, SqlCase.replaced(sql, Map.of("database", superuser.getCatalog())));
        }
    }
}
