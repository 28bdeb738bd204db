package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database with data in it, from the schema of the first release to the newest. */
class UpgradeTest {
    private static final String OLDEST = "3";

    private static TestPostgres database;

    @BeforeAll
    static void upgrade() throws SQLException {
        database = TestPostgres.prepared();
        Migrations.flyway(database.source(TestPostgres.MIGRATOR))
                .target(OLDEST)
                .load()
                .migrate();
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, SqlCase.replaced(Resources.text("people-version-3.sql"), Probes.VALUES));
        }
        assertThat(rows("select tenancy.schema_version()")).containsExactly(OLDEST);

        int missing = Migrations.flyway(database.source(TestPostgres.MIGRATOR))
                .load()
                .info()
                .pending()
                .length;

        assertThat(Migrations.migrate(database.source(TestPostgres.MIGRATOR))).isEqualTo(missing);
    }

    @Test
    void isOfTheNewestVersionAndSound() throws SQLException {
        assertThat(rows("select tenancy.schema_version()")).containsExactly("" + Migrations.SCHEMA_VERSION);
        try (Connection service = database.service()) {
            assertThat(IsolationCheck.run(service)).isEmpty();
        }
    }

    @Test
    void forcesRowSecurityOnEveryTableAgain() throws SQLException {
        assertThat(rows("""
                        select relname from pg_class
                         where relnamespace = 'tenancy'::regnamespace and relkind = 'r'
                           and relname <> 'schema_history' and not (relrowsecurity and relforcerowsecurity)""")).isEmpty();
    }

    @Test
    void marksTheMembershipInEachUsersCurrentTenant() throws SQLException {
        assertThat(rows("""
                        select t.name || ' ' || m.email || ' ' || m.is_current
                          from tenancy.tenant_users m join tenancy.tenants t on t.id = m.tenant_id order by 1"""))
                .containsExactly(
                        "Acme ann@acme.example true",
                        "Acme bob@acme.example false",
                        "Globex ann@acme.example false",
                        "Globex carl@globex.example true");
    }

    @Test
    void givesEachIdentityTheEmailOfItsUser() throws SQLException {
        assertThat(rows("select issuer || ' ' || subject || ' ' || email from tenancy.user_identities order by 1"))
                .containsExactly(
                        "https://idp.example ann ann@acme.example",
                        "https://idp.example carl carl@globex.example",
                        "https://idp.example otto otto@platform.example",
                        "https://other.example ann ann@acme.example");
    }

    /** What was there is served as before: the same person, the same tenants, seats, roles and values. */
    @Test
    void servesWhatWasThere() {
        try (JdbcTenancy jdbc = JdbcTenancy.open(database.config())) {
            Tenancy tenancy = Tenancy.on(jdbc.store());
            Email email = new Email("ann@acme.example");
            UserId ann = tenancy.users().signIn(new Identity("https://idp.example", "ann", email, true, "Ann"));
            assertThat(ann).isEqualTo(new UserId(id("ann")));

            TenantId acme = new TenantId(id("acme"));
            Caller.User inAcme = Caller.user(ann).in(acme);
            assertThat(tenancy.tenants().get(inAcme, acme).tenant()).satisfies(tenant -> {
                assertThat(tenant.userCount()).isEqualTo(2);
                assertThat(tenant.maxUsers().value()).isEqualTo(3);
                assertThat(tenant.metadata().json().text()).isEqualTo("{\"plan\": 1.0}");
            });
            assertThat(tenancy.tenants().switchTo(inAcme, new TenantId(id("globex"))))
                    .isNotNull();
        }
    }

    private static UUID id(String name) {
        return UUID.fromString(Probes.VALUES.get(name));
    }

    private static List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection superuser = database.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
