package ai.callcenter.tenancy.app.postgres;

import static ai.callcenter.tenancy.app.postgres.BundledPostgres.await;
import static ai.callcenter.tenancy.app.postgres.BundledPostgres.execute;
import static ai.callcenter.tenancy.app.postgres.BundledPostgres.kill;
import static ai.callcenter.tenancy.app.postgres.BundledPostgres.query;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9 of the database, of the server, of both: nothing committed is lost, nothing is left running. */
class KillTest {
    private static final String WRITE = "CREATE TABLE kept AS SELECT 'yes' AS answer";
    private static final String READ = "SELECT answer FROM kept";

    @TempDir
    Path dir;

    @BeforeAll
    static void available() {
        BundledPostgres.assumeAvailable();
    }

    @Test
    void databaseIsStartedAgainOnTheSamePort() throws Exception {
        try (var postgres = BundledPostgres.start(dir)) {
            execute(postgres.superuser(), WRITE);
            for (int round = 1; round <= 3; round++) {
                long pid = postgres.pid().orElseThrow();

                kill(pid);

                await("another process", () -> postgres.pid().orElse(pid) != pid);
                await("connections", () -> answers(postgres.superuser()));
                assertThat(query(postgres.superuser(), READ)).isEqualTo("yes");
            }
        }
    }

    @Test
    void databaseIsStartedAgainAfterItsShutdown() throws Exception {
        try (var postgres = BundledPostgres.start(dir)) {
            long pid = postgres.pid().orElseThrow();
            // SIGTERM, as a service manager or an operator sends.
            ProcessHandle.of(pid).orElseThrow().destroy();
            await("another process", () -> postgres.pid().orElse(pid) != pid);
            await("connections", () -> answers(postgres.superuser()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void databaseShutsDownWhenItsServerIsKilled(ServerJvm.Launchers launchers) throws Exception {
        assumePossible(launchers);
        ServerJvm.Ready ready;
        try (var server = ServerJvm.start(dir, BundledPostgres.CACHE, launchers)) {
            ready = server.awaitReady();
            execute(ready.superuser(), WRITE);
        }
        // A killed database would leave the file.
        await("a clean shutdown", () -> Files.notExists(dir.resolve("postgres/data/postmaster.pid")));

        try (var next =
                EmbeddedPostgres.start(dir, BundledPostgres.SETTINGS, launchers::allow, EmbeddedPostgres::freePort)) {
            assertThat(query(next.superuser(), READ)).isEqualTo("yes");
        }
    }

    @Test
    void serverStartsWhileTheDatabaseOfAKilledOneShutsDown() throws Exception {
        try (var server = ServerJvm.start(dir, BundledPostgres.CACHE, ServerJvm.Launchers.ANY)) {
            execute(server.awaitReady().superuser(), WRITE);
        }
        try (var next = BundledPostgres.start(dir)) {
            assertThat(query(next.superuser(), READ)).isEqualTo("yes");
        }
    }

    @Test
    void serverStartsAfterBothWereKilled() throws Exception {
        try (var server = ServerJvm.start(dir, BundledPostgres.CACHE, ServerJvm.Launchers.ANY)) {
            var ready = server.awaitReady();
            execute(ready.superuser(), WRITE);
            kill(ready.postgresPid());
        }
        try (var next = BundledPostgres.start(dir)) {
            assertThat(query(next.superuser(), READ)).isEqualTo("yes");
        }
    }

    @Test
    void clusterIsMadeAgainWhenItsMakerWasKilled() throws Exception {
        try (var server = ServerJvm.start(dir, BundledPostgres.CACHE, ServerJvm.Launchers.ANY)) {
            await("initdb of " + server.pid(), () -> unfinished("data/base") == 1);
        }
        assertThat(dir.resolve("postgres")).doesNotExist();

        BundledPostgres.start(dir).close();
        BundledPostgres.start(dir).close(); // the first may have met an initdb that was still cleaning up

        assertThat(unfinished("")).isZero();
        assertThat(dir.resolve("postgres/data/PG_VERSION")).exists();
    }

    /** Unfinished clusters that have a file or folder of this name; "" for any. */
    private long unfinished(String inside) {
        try (Stream<Path> entries = Files.list(dir)) {
            return entries.filter(path -> path.getFileName().toString().startsWith("initdb-"))
                    .filter(path -> Files.exists(path.resolve(inside)))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(EmbeddedPostgres.Superuser superuser) {
        try {
            return query(superuser, "SELECT 1").equals("1");
        } catch (SQLException e) {
            return false;
        }
    }

    private static void assumePossible(ServerJvm.Launchers launchers) {
        boolean root = new UnixSystem().getUid() == 0;
        boolean linux = System.getProperty("os.name").equals("Linux");
        assumeTrue(
                (root && linux) || launchers != ServerJvm.Launchers.NOBODY,
                "only root on Linux can run PostgreSQL as nobody");
        assumeTrue(linux || launchers != ServerJvm.Launchers.KERNEL, "only Linux has a parent death signal");
    }
}
