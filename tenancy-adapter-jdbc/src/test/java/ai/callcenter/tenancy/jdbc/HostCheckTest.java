package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Each fault of a host's own tables is provoked once; the check names it, and its remedies, in order, mend it. */
class HostCheckTest {
    private static TestPostgres sound;

    private TestPostgres database;

    @BeforeAll
    static void prepare() throws SQLException {
        sound = HostTables.create();
        try (Connection owner = HostTables.connect(sound, HostTables.OWNER)) {
            TestPostgres.execute(owner, SqlCase.replaced(Resources.text("host.sql"), HostTables.VALUES));
        }
    }

    @BeforeEach
    void copy() throws SQLException {
        database = sound.copy();
    }

    @AfterEach
    void restore() throws SQLException {
        database.drop();
        try (Connection superuser = sound.superuser()) {
            TestPostgres.execute(superuser, SqlCase.replaced("""
                    alter role $app nobypassrls;
                    alter role $app reset all;
                    alter role $owner nobypassrls;
                    revoke $owner from $app;
                    revoke tenancy_app from $app;
                    drop role if exists host_owner""", HostTables.VALUES));
        }
    }

    @Test
    void aSoundHostHasNoFaults() throws SQLException {
        assertThat(check("host")).isEmpty();
        assertThat(IsolationCheck.require(database.source(HostTables.APP), "host"))
                .isEmpty();
    }

    static Stream<SqlCase> faults() {
        return SqlCase.read("host-faults.sql", HostTables.VALUES).stream();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void namesTheFaultAndItsRemedy(SqlCase fault) throws SQLException {
        try (Connection login = fault.notes().containsKey("as")
                ? database.superuser()
                : HostTables.connect(database, HostTables.OWNER)) {
            TestPostgres.execute(login, fault.sql());
        }
        List<Fault> found = check("host");
        assertThat(found.stream()
                        .map(each -> each.object() + ": " + each.problem())
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(fault.outcome());
        assertThat(found).allMatch(Fault::stops);
        mend(found);
        assertThat(check("host")).as("after the remedies").isEmpty();
    }

    @Test
    void refusesAtStartWithEveryFault() throws SQLException {
        try (Connection owner = HostTables.connect(database, HostTables.OWNER)) {
            TestPostgres.execute(
                    owner,
                    "alter table host.notes disable row level security; create view host.loud as table host.notes");
        }
        assertThatThrownBy(() -> IsolationCheck.require(database.source(HostTables.APP), "host"))
                .isInstanceOfSatisfying(
                        IsolationException.class, e -> assertThat(e.faults()).hasSize(2))
                .hasMessageContaining("select tenancy.isolate('host.notes', grantee => '" + HostTables.APP + "')")
                .hasMessageContaining("alter view host.loud set (security_invoker = true)");
    }

    @Test
    void whatServesTenancyMustBeAMember() throws SQLException {
        PGSimpleDataSource app = database.source(HostTables.APP);
        JdbcTenancy tenancy = JdbcTenancy.using(app);
        assertThatThrownBy(() -> IsolationCheck.require(tenancy, "host"))
                .isInstanceOf(IsolationException.class)
                .hasMessageContaining("grant tenancy_app to " + HostTables.APP);
        assertThat(tenancy.fault()).hasValue("the login that serves may not use the schema: grant tenancy_app to it");
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, "grant tenancy_app to " + HostTables.APP);
        }
        assertThat(IsolationCheck.require(tenancy, "host")).isEmpty();
        assertThat(tenancy.fault()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsTold() {
        PGSimpleDataSource away = database.source(HostTables.APP);
        away.setPortNumbers(new int[] {1});
        assertThatThrownBy(() -> IsolationCheck.require(away, "host"))
                .isInstanceOfSatisfying(
                        TenancyException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
    }

    @Test
    void looksInNoOtherSchemas() throws SQLException {
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, "create schema other; create table other.calls (tenant_id uuid)");
        }
        assertThat(check("host")).isEmpty();
        assertThat(check("host", "other")).isNotEmpty();
    }

    @Test
    void saysWhatSchemaThereIsNot() {
        assertThatThrownBy(() -> check("host", "typo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no schema typo in the database ");
    }

    @Test
    void warnsOfAContextThatIsSealedInPart() throws SQLException {
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, "grant tenancy_app to " + HostTables.APP);
            TestPostgres.execute(superuser, "select tenancy.isolate('host.notes', sealed => true)");
        }
        List<Fault> found = check("host");
        assertThat(found).noneMatch(Fault::stops);
        assertThat(found.stream().map(Fault::object))
                .contains("table host.calls", "role " + HostTables.APP)
                .anyMatch(object -> object.startsWith("database "))
                .doesNotContain("table host.notes", "table host.events_1");
        mend(found);
        assertThat(check("host")).as("after the remedies").isEmpty();
    }

    @Test
    void leavesHostsAloneWhereTheGroundIsNotSound() throws SQLException {
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, "revoke execute on function tenancy.tenant_column(regclass) from public");
        }
        assertThat(check("host"))
                .extracting(Fault::remedy)
                .containsExactly("grant execute on function tenancy.tenant_column(regclass) to public");
    }

    private List<Fault> check(String... schemas) throws SQLException {
        try (Connection service = HostTables.connect(database, HostTables.APP)) {
            return IsolationCheck.run(service, List.of(schemas));
        }
    }

    private void mend(List<Fault> faults) throws SQLException {
        try (Connection superuser = database.superuser()) {
            for (Fault fault : faults) {
                TestPostgres.execute(superuser, fault.remedy());
            }
        }
    }
}
