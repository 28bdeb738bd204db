package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import ai.callcenter.tenancy.jdbc.testing.TenantIsolationTests;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The schema is sound on every major version that an operator may bring, and a host's own tests of its tables pass; 18
 * is what all other tests run on. The programs, 45 MB, are fetched by the Maven profile {@code postgres-versions}.
 */
class PostgresVersionsTest {
    private static final Path FOLDER = Path.of("target", "postgres-versions");

    /** The tests that a host runs over its own tables. */
    static class HostTest implements TenantIsolationTests {
        private static @Nullable DataSource service;

        @Override
        public DataSource service() {
            return Objects.requireNonNull(service);
        }

        @Override
        public Set<String> shared() {
            return Set.of("host.countries");
        }

        @Override
        public List<String> schemas() {
            return List.of("host");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17})
    void theSchemaIsSoundAndAHostsTablesKeepTenantsApartOn(int major) throws IOException, SQLException {
        Path jar = FOLDER.resolve(major + ".jar");
        if (!Files.exists(jar)) {
            String missing = "PostgreSQL " + major + " is not here: ./tenancy test -Ppostgres-versions";
            if (System.getenv("CI") != null) {
                fail(missing);
            }
            abort(missing);
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> archive(jar))
                .start()) {
            try (Connection admin = server.getPostgresDatabase().getConnection()) {
                assertThat(admin.getMetaData().getDatabaseMajorVersion()).isEqualTo(major);
                TestPostgres.execute(admin, "create role mover login; create role service login");
                Migrations.prepare(admin, "mover", "service");
            }
            Migrations.migrate(source(server, "mover"));
            try (Connection service = source(server, "service").getConnection()) {
                assertThat(IsolationCheck.run(service)).isEmpty();
                host(server);
                assertThat(IsolationCheck.run(service, List.of("host"))).isEmpty();
            }
            HostTest.service = source(server, "service");
            assertThat(HostTestsRun.of(HostTest.class))
                    .hasSizeGreaterThan(50)
                    .allSatisfy((name, result) -> assertThat(result).as(name).isEqualTo("SUCCESSFUL"));
        }
    }

    private static void host(EmbeddedPostgres server) throws SQLException {
        try (Connection admin = server.getPostgresDatabase().getConnection()) {
            TestPostgres.execute(
                    admin, "create schema host authorization mover; grant usage on schema host to service");
        }
        Map<String, String> values = new HashMap<>(HostTables.VALUES);
        values.putAll(Map.of("owner", "mover", "app", "service"));
        try (Connection owner = source(server, "mover").getConnection()) {
            for (String script : List.of("host.sql", "host-tests.sql")) {
                TestPostgres.execute(owner, SqlCase.replaced(Resources.text(script), values));
            }
        }
    }

    private static PGSimpleDataSource source(EmbeddedPostgres server, String login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl(login, "postgres"));
        return source;
    }

    private static InputStream archive(Path jar) throws IOException {
        try (var files = FileSystems.newFileSystem(jar);
                var names = Files.newDirectoryStream(files.getPath("/"), "*.txz")) {
            return URI.create("jar:" + jar.toUri() + "!" + names.iterator().next())
                    .toURL()
                    .openStream();
        }
    }
}
