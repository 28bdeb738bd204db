package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The migrations of ours beside those of a host, in one database, each with a history of its own. */
class MigrationsBesideTest {
    @TempDir
    Path folder;

    private TestPostgres database;

    @BeforeEach
    void aHostWithMigrationsOfItsOwn() throws SQLException, IOException {
        database = TestPostgres.prepared();
        Files.writeString(folder.resolve("V001__calls.sql"), "create table calls (id bigint)");
        Files.writeString(folder.resolve("V002__notes.sql"), "alter table calls add note text");
    }

    private PGSimpleDataSource owner() {
        PGSimpleDataSource source = database.source("postgres");
        source.setPassword("");
        return source;
    }

    private int host() {
        return Flyway.configure()
                .dataSource(owner())
                .locations("filesystem:" + folder)
                .load()
                .migrate()
                .migrationsExecuted;
    }

    private int ours() {
        return Migrations.migrate(database.source(TestPostgres.MIGRATOR));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "migrations"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .sorted()
                    .toList();
        }
    }

    private void bothAreThere() throws SQLException {
        assertThat(host()).isZero();
        assertThat(ours()).isZero();
        try (Connection service = database.service()) {
            assertThat(IsolationCheck.run(service)).noneMatch(Fault::stops);
        }
        try (Connection superuser = database.superuser()) {
            assertThat(Calls.texts(superuser, "select count(*) from public.flyway_schema_history"))
                    .containsExactly("2");
            assertThat(Calls.texts(superuser, "select count(note) from public.calls"))
                    .containsExactly("0");
        }
    }

    @Test
    void oursAfterTheHosts() throws SQLException, IOException {
        assertThat(host()).isEqualTo(2);
        assertThat(ours()).isEqualTo(files().size());
        bothAreThere();
    }

    @Test
    void theHostsAfterOurs() throws SQLException, IOException {
        assertThat(ours()).isEqualTo(files().size());
        assertThat(host()).isEqualTo(2);
        bothAreThere();
    }

    @Test
    void theHostRunsThePackagedSqlItself() throws SQLException, IOException {
        int executed = Flyway.configure()
                .dataSource(database.source(TestPostgres.MIGRATOR))
                .locations("classpath:ai/callcenter/tenancy/jdbc/migrations")
                .schemas("tenancy")
                .createSchemas(false)
                .table("schema_history")
                .initSql("set role tenancy_owner")
                .placeholderReplacement(false)
                .load()
                .migrate()
                .migrationsExecuted;
        assertThat(executed).isEqualTo(files().size());
        host();
        bothAreThere();
    }

    /** With any of Flyway's versions: the one of Spring Boot's is run by docs/examples/spring-boot. */
    @Test
    void theOwnerOwnsThemAndThePoolGetsItsConnectionBackAsItWas() throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database.source(TestPostgres.MIGRATOR));
            pool.setMaximumPoolSize(2);
            pool.setAutoCommit(false);
            Migrations.migrate(pool);
            try (Connection migrator = pool.getConnection();
                    Connection other = pool.getConnection()) {
                assertThat(Calls.texts(migrator, "select current_user")).containsExactly(TestPostgres.MIGRATOR);
                assertThat(Calls.texts(other, "select current_user")).containsExactly(TestPostgres.MIGRATOR);
                assertThat(Calls.texts(migrator, """
                        select pg_get_userbyid(relowner) from pg_class where relnamespace = 'tenancy'::regnamespace
                        union select pg_get_userbyid(proowner) from pg_proc where pronamespace = 'tenancy'::regnamespace
                        """)).containsExactly("tenancy_owner");
            }
        }
    }

    @Test
    void aMigratorThatMayNotBecomeTheOwnerIsToldWhatToGrant() {
        PGSimpleDataSource service = database.source(TestPostgres.SERVICE);
        assertThatThrownBy(() -> Migrations.migrate(service))
                .hasStackTraceContaining("grant tenancy_owner to \"" + TestPostgres.SERVICE + "\";");
    }
}
