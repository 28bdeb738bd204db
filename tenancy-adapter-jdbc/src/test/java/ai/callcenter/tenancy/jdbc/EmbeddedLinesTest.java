package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.memory.InMemoryTenancy;
import ai.callcenter.tenancy.scope.TenantScope;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The Java of docs/embedding.md on adding the library, its migrations, tenants' connections and one transaction. */
class EmbeddedLinesTest {
    private static final List<String> SECTIONS =
            List.of("Add it", "Migrations beside yours", "A tenant's connections", "One transaction");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Caller HOST = Caller.host("billing");
    private static final TenantScope SCOPE = TenantScope.create();

    private final Recordings recordings = new Recordings();
    private final Recordings invoices = recordings;
    private final Email owner = new Email("owner@acme.example");
    private final Email ben = new Email("ben@acme.example");

    /** What a host has. */
    private static final class Recordings {
        List<String> notes(Connection connection) throws SQLException {
            return Calls.notes(connection);
        }

        void addSeat(Connection connection, Email member) throws SQLException {
            Calls.add(connection, "a seat for " + member.value());
        }
    }

    @Test
    void thePageShowsTheLinesThatAreRunHere() throws IOException {
        Path source = Path.of("src/test/java", EmbeddedLinesTest.class.getName().replace('.', '/') + ".java");
        String here = lines(Files.readString(source));
        String page = Files.readString(Path.of("..", "docs", "embedding.md"));
        List<String> blocks = SECTIONS.stream()
                .flatMap(name -> BLOCK.matcher(section(page, name)).results())
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(7).allSatisfy(block -> assertThat(here).contains(lines(block)));
    }

    private static String section(String page, String name) {
        return Pattern.compile("(?ms)^## " + name + "$.*?(?=^## |\\z)")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    private static String lines(String text) {
        return text.replaceAll("(?m)^ +", "");
    }

    @Test
    void aHostStarts() throws SQLException {
        assertThat(InMemoryTenancy.create().tenancy()).isInstanceOf(Tenancy.class);
        try (Calls calls = Calls.open()) {
            HikariDataSource pool = calls.pool();
            JdbcTenancy jdbc = JdbcTenancy.using(pool);
            Tenancy tenancy = jdbc.tenancy();
            TenantId acme = tenancy.tenants()
                    .create(HOST, NewTenant.named("Acme"), owner)
                    .tenant()
                    .id();
            tenancy.members().add(HOST, acme, ben, Role.MEMBER);

            tenancy.members().remove(HOST, acme, ben);
            TenantDataSource tenants = TenantDataSource.over(pool);
            List<String> notes = tenants.inTransaction(acme, connection -> recordings.notes(connection));
            assertThat(notes).isEmpty();
            tenants.inTransaction(acme, connection -> {
                invoices.addSeat(connection, ben);
                return tenancy.over(jdbc.within(connection)).members().add(HOST, acme, ben, Role.MEMBER);
            });
            assertThat(tenants.inTransaction(acme, Calls::notes)).containsExactly("a seat for ben@acme.example");
            libraries(tenants, acme);
        }
    }

    private static void libraries(TenantDataSource tenants, TenantId acme) {
        DataSource following = tenants.following(SCOPE::current);
        DSLContext jooq = DSL.using(following, SQLDialect.POSTGRES);
        JdbcTemplate template = new JdbcTemplate(following);
        TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(following));
        EntityManagerFactory factory = new HibernatePersistenceConfiguration("recordings")
                .managedClass(Call.class)
                .property("jakarta.persistence.nonJtaDataSource", following)
                .property("hibernate.boot.allow_jdbc_metadata_access", false)
                .property("jakarta.persistence.database-product-name", "PostgreSQL")
                .createEntityManagerFactory();
        SCOPE.of(acme).run(() -> {
            assertThat(jooq.fetchCount(DSL.table("calls"))).isEqualTo(1);
            Long seen =
                    transactions.execute(status -> template.queryForObject("select count(*) from calls", Long.class));
            assertThat(seen).isEqualTo(1);
            Long counted =
                    factory.callInTransaction(entities -> entities.createQuery("select count(*) from Call", Long.class)
                            .getSingleResult());
            assertThat(counted).isEqualTo(1);
        });
        factory.close();
    }

    @Test
    void theSchemaComesBesideTheHosts() throws SQLException {
        TestPostgres database = TestPostgres.prepared();
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, "create role billing_migrator; create role billing_service");
            Connection admin = superuser;
            DataSource migrator = database.source(TestPostgres.MIGRATOR);
            Migrations.prepare(admin, "billing_migrator", "billing_service");
            Migrations.migrate(migrator);
            TestPostgres.execute(superuser, "drop role billing_migrator; drop role billing_service");
        }
        DataSource migrator = TestPostgres.prepared().source(TestPostgres.MIGRATOR);
        Flyway.configure()
                .dataSource(migrator)
                .locations("classpath:ai/callcenter/tenancy/jdbc/migrations")
                .schemas("tenancy")
                .createSchemas(false)
                .table("schema_history")
                .initSql("set role tenancy_owner")
                .placeholderReplacement(false)
                .load()
                .migrate();
        assertThat(Migrations.migrate(migrator)).isZero();
    }
}
