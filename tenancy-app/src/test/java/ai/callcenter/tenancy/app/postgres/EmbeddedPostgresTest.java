package ai.callcenter.tenancy.app.postgres;

import static ai.callcenter.tenancy.app.postgres.BundledPostgres.SETTINGS;
import static ai.callcenter.tenancy.app.postgres.BundledPostgres.execute;
import static ai.callcenter.tenancy.app.postgres.BundledPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir
    Path temporary;

    @BeforeAll
    static void available() {
        BundledPostgres.assumeAvailable();
    }

    @Test
    void keepsItsDataOverARestart() throws Exception {
        Path dir = temporary.resolve("new/data folder");
        long pid;
        try (var first = BundledPostgres.start(dir)) {
            pid = first.pid().orElseThrow();
            execute(first.superuser(), "CREATE TABLE kept AS SELECT 'yes' AS answer");
        }
        assertThat(ProcessHandle.of(pid)).isEmpty();

        try (var second = BundledPostgres.start(dir)) {
            assertThat(query(second.superuser(), "SELECT answer FROM kept")).isEqualTo("yes");
            assertThat(second.pid().orElseThrow()).isNotEqualTo(pid);
        }
    }

    @Test
    void isSafeByDefault() throws Exception {
        try (var postgres = BundledPostgres.start(temporary.resolve("data"))) {
            var expected = Map.of(
                    "fsync", "on",
                    "full_page_writes", "on",
                    "data_checksums", "on",
                    "listen_addresses", "127.0.0.1",
                    "unix_socket_directories", "",
                    "password_encryption", "scram-sha-256",
                    "server_encoding", "UTF8",
                    "log_timezone", "UTC");
            for (var setting : expected.entrySet()) {
                assertThat(query(postgres.superuser(), "SHOW " + setting.getKey()))
                        .as(setting.getKey())
                        .isEqualTo(setting.getValue());
            }
            assertThat(query(
                            postgres.superuser(),
                            "SELECT concat(datlocprovider, ' ', datlocale) FROM pg_database WHERE datname = "
                                    + "current_database()"))
                    .isEqualTo("b C.UTF-8");
            assertThatThrownBy(() ->
                            DriverManager.getConnection(postgres.superuser().url(), "postgres", "wrong"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
        assertThat(mode("data")).isEqualTo("rwx------");
        assertThat(mode("data/log")).isEqualTo("rwx------");
        assertThat(mode("data/postgres")).isEqualTo("rwx------");
        assertThat(mode("data/postgres/superuser-password")).isEqualTo("rw-------");
        assertThat(mode("data/log/postgres.log")).isEqualTo("rw-------");
    }

    @Test
    void takesParametersOverItsDefaults() throws Exception {
        var settings = SETTINGS.withParameters(Map.of("max_connections", "23", "work_mem", "5MB"));
        try (var postgres = EmbeddedPostgres.start(temporary, settings)) {
            assertThat(query(postgres.superuser(), "SHOW max_connections")).isEqualTo("23");
            assertThat(query(postgres.superuser(), "SHOW work_mem")).isEqualTo("5MB");
        }
        for (String refused : List.of("port", "listen_addresses", "fsync=off -c x", "")) {
            assertThatThrownBy(() -> SETTINGS.withParameters(Map.of(refused, "1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(refused);
        }
    }

    @Test
    void showsTheEndOfTheLogWhenItDoesNotStart() throws Exception {
        var settings = SETTINGS.withParameters(Map.of("shared_buffers", "plenty"));

        assertThatThrownBy(() -> EmbeddedPostgres.start(temporary, settings))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining(temporary.toRealPath().toString())
                .hasMessageContaining("invalid value for parameter \"shared_buffers\": \"plenty\"");

        BundledPostgres.start(temporary).close();
    }

    @Test
    void takesAnotherPortWhenItsOwnIsTakenMeanwhile() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            int free = EmbeddedPostgres.freePort();
            var ports = new ArrayDeque<>(List.of(other.getLocalPort(), free));
            try (var postgres = EmbeddedPostgres.start(temporary, SETTINGS, any -> true, ports::remove)) {
                assertThat(postgres.port()).isEqualTo(free);
            }
        }
    }

    @Test
    void refusesDataOfAnotherMajorVersionAndFoldersWithoutAny() throws Exception {
        BundledPostgres.start(temporary).close();
        Path version = temporary.resolve("postgres/data/PG_VERSION");
        String own = Files.readString(version);

        Files.writeString(version, "17\n");
        assertThatThrownBy(() -> BundledPostgres.start(temporary))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("made by PostgreSQL 17")
                .hasMessageContaining("brings PostgreSQL " + own.strip());

        Files.delete(version);
        assertThatThrownBy(() -> BundledPostgres.start(temporary))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("PG_VERSION is missing");

        Files.writeString(version, own);
        BundledPostgres.start(temporary).close();
    }

    private String mode(String path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(temporary.resolve(path)));
    }
}
