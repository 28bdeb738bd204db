package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** docs/spring-boot.md: its listings are the example's files, and its SQL takes a table with rows by the hand. */
class SpringBootPageTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Path EXAMPLE = DOCS.resolve("examples/spring-boot");
    private static final Path MIGRATIONS = EXAMPLE.resolve("src/main/resources/db/migration");
    private static final TenantId ACME = TenantId.parse("5a3c1e90-7b52-4c1f-9d0e-2f6a8b4c7d11");

    @Test
    void eachListingIsTheExamples() throws IOException {
        List<String> files = new ArrayList<>(List.of(bare(Files.readString(EXAMPLE.resolve("pom.xml")))));
        try (Stream<Path> sources = Files.walk(EXAMPLE.resolve("src"))) {
            for (Path file : sources.filter(Files::isRegularFile).toList()) {
                files.add(bare(Files.readString(file)));
            }
        }
        List<String> listings = blocks("java|xml|properties");
        listings.add(blocks("sql").get(1));
        assertThat(listings)
                .hasSize(10)
                .allSatisfy(listing -> assertThat(files).as(listing).anyMatch(file -> file.contains(bare(listing))));
    }

    @Test
    void theSqlTakesATableWithRowsByTheHand() throws Exception {
        List<String> sql = blocks("sql");
        TestPostgres database = TestPostgres.prepared();
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(
                    superuser,
                    "drop schema tenancy; create role recording_migrator login password 'test';"
                            + " grant create on schema public to recording_migrator");
            try (Connection migrator = HostTables.connect(database, "recording_migrator")) {
                TestPostgres.execute(migrator, Files.readString(MIGRATIONS.resolve("V1__recordings.sql")));
                TestPostgres.execute(migrator, "insert into recordings values (gen_random_uuid(), '+49', 'old.ogg')");
            }
            // The server of the tests has these two already.
            TestPostgres.execute(
                    superuser,
                    sql.getFirst()
                            .replaceAll("create role tenancy_\\w+ nologin;", "")
                            .replace("…", "test"));
        }
        Migrations.migrate(database.source("recording_migrator"));
        try (Connection migrator = HostTables.connect(database, "recording_migrator")) {
            assertThatThrownBy(() -> TestPostgres.execute(migrator, sql.get(2)))
                    .isInstanceOfSatisfying(
                            PSQLException.class,
                            e -> assertThat(String.valueOf(e.getServerErrorMessage()))
                                    .contains("recordings set tenant_id = …")
                                    .contains("recordings_pkey")
                                    .contains("recordings_file_key"));
            TestPostgres.execute(migrator, "rollback");
            TestPostgres.execute(migrator, Files.readString(MIGRATIONS.resolve("V2__tenants.sql")));
        }
        JdbcTenancy tenancy = JdbcTenancy.using(database.source("recording_service"));
        assertThat(IsolationCheck.require(tenancy, "public")).noneMatch(Fault::stops);
        List<String> seen = TenantDataSource.over(database.source("recording_service"))
                .inTransaction(ACME, connection -> HostTables.lines(connection, "select file from recordings"));
        assertThat(seen).as("before the tenant is made").containsExactly("old.ogg");
        database.drop();
        try (Connection superuser = TestPostgres.prepared().superuser()) {
            TestPostgres.execute(superuser, "drop role recording_service, recording_migrator");
        }
    }

    private static List<String> blocks(String language) throws IOException {
        Pattern block = Pattern.compile("(?ms)^```(?:" + language + ")\\n(.*?)^```$");
        return new ArrayList<>(block.matcher(Files.readString(DOCS.resolve("spring-boot.md")))
                .results()
                .map(found -> found.group(1))
                .toList());
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
