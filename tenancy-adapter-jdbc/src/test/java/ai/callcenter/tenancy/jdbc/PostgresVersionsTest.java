package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The schema is sound on every major version that an operator may bring; 18 is what all other tests run on. The
 * programs, 45 MB, are fetched by the Maven profile {@code postgres-versions}.
 */
class PostgresVersionsTest {
    private static final Path FOLDER = Path.of("target", "postgres-versions");

    @ParameterizedTest
    @ValueSource(ints = {15, 16, 17})
    void theCheckHasNothingAgainstTheSchemaOn(int major) throws IOException, SQLException {
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
                isolate(server);
                assertThat(IsolationCheck.run(service, List.of("host"))).isEmpty();
            }
        }
    }

    private static void isolate(EmbeddedPostgres server) throws SQLException {
        try (Connection admin = server.getPostgresDatabase().getConnection()) {
            TestPostgres.execute(
                    admin, "create schema host authorization mover; grant usage on schema host to service");
        }
        try (Connection host = source(server, "mover").getConnection()) {
            TestPostgres.execute(
                    host, "create table host.calls (tenant_id uuid, id serial, primary key (tenant_id, id))");
            TestPostgres.execute(host, "create table host.events (at integer) partition by range (at)");
            TestPostgres.execute(host, "create table host.events_1 partition of host.events default");
            for (String table : List.of("host.calls", "host.events")) {
                assertThat(HostTables.lines(host, "select tenancy.isolate('" + table + "', grantee => 'service')"))
                        .hasSizeGreaterThan(1);
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
