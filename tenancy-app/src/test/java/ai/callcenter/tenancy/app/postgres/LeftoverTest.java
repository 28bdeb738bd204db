package ai.callcenter.tenancy.app.postgres;

import static ai.callcenter.tenancy.app.postgres.BundledPostgres.await;
import static ai.callcenter.tenancy.app.postgres.BundledPostgres.execute;
import static ai.callcenter.tenancy.app.postgres.BundledPostgres.kill;
import static ai.callcenter.tenancy.app.postgres.BundledPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier server left on the folder: a running database, a file that names another process. */
class LeftoverTest {
    @TempDir
    Path temporary;

    @BeforeAll
    static void available() {
        BundledPostgres.assumeAvailable();
    }

    @Test
    void databaseThatNothingEndsIsEndedByTheNextServer() throws Exception {
        Path dir = temporary.resolve("data");
        ServerJvm.Ready ready;
        try (var server = ServerJvm.start(dir, BundledPostgres.CACHE, ServerJvm.Launchers.WATCHDOG)) {
            ready = server.awaitReady();
            execute(ready.superuser(), "CREATE TABLE kept AS SELECT 'yes' AS answer");
            ProcessHandle watchdog = ProcessHandle.of(server.pid())
                    .orElseThrow()
                    .children()
                    .filter(child -> child.pid() != ready.postgresPid())
                    .findAny()
                    .orElseThrow();
            kill(watchdog.pid());
        }
        assertThat(query(ready.superuser(), "SELECT answer FROM kept")).isEqualTo("yes");

        try (var next = BundledPostgres.start(dir)) {
            assertThat(next.pid().orElseThrow()).isNotEqualTo(ready.postgresPid());
            assertThat(query(next.superuser(), "SELECT answer FROM kept")).isEqualTo("yes");
        }
    }

    @Test
    void fileThatNamesAnUnrelatedProcessIsNoHindrance() throws Exception {
        Path dir = temporary.resolve("data");
        try (var server = ServerJvm.start(dir, BundledPostgres.CACHE, ServerJvm.Launchers.ANY)) {
            kill(server.awaitReady().postgresPid());
        }
        // As after a reboot: the number in the file has gone to another process.
        Process unrelated = new ProcessBuilder("sleep", "600").start();
        try {
            Path file = dir.resolve("postgres/data/postmaster.pid");
            List<String> lines = Files.readAllLines(file);
            lines.set(0, Long.toString(unrelated.pid()));
            Files.write(file, lines);

            BundledPostgres.start(dir).close();
            assertThat(unrelated.isAlive()).isTrue();
        } finally {
            unrelated.destroyForcibly();
        }
    }

    @Test
    void postgresThatSomebodyElseStartedIsLeftAlone() throws Exception {
        Path dir = temporary.resolve("data");
        BundledPostgres.start(dir).close();
        Path elsewhere = temporary.resolve("elsewhere");
        copy(Binaries.unpack(Platform.current(), BundledPostgres.CACHE).home(), elsewhere);
        Path postgres = elsewhere.resolve("bin/postgres");
        Path data = dir.toRealPath().resolve("postgres/data");
        Process foreign = Command.builder(Launcher.find(postgres, any -> true)
                        .command(
                                postgres,
                                "-D",
                                data.toString(),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "port=" + EmbeddedPostgres.freePort(),
                                "-c",
                                "unix_socket_directories="))
                .redirectErrorStream(true)
                .redirectOutput(temporary.resolve("foreign.log").toFile())
                .start();
        try {
            await("the other PostgreSQL", () -> isReady(data));

            assertThatThrownBy(() -> BundledPostgres.start(dir))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining("process " + foreign.pid())
                    .hasMessageContaining(data.toString());
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroyForcibly().waitFor();
        }
    }

    private static boolean isReady(Path data) {
        try {
            return Postmaster.read(data).filter(Postmaster::ready).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Files.copy(
                        path,
                        to.resolve(from.relativize(path)),
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
