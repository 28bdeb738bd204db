package ai.callcenter.tenancy.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LauncherTest {
    @TempDir
    Path dir;

    @BeforeAll
    static void available() {
        BundledPostgres.assumeAvailable();
    }

    /** Ctrl-C goes to all of a terminal's process group: the database must outlast the server's last request. */
    @ParameterizedTest
    @EnumSource(names = {"KERNEL", "WATCHDOG"})
    void databaseIsOutsideOfTheServersProcessGroup(ServerJvm.Launchers launchers) throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")), "no /proc to read process groups from");
        try (var postgres =
                EmbeddedPostgres.start(dir, BundledPostgres.SETTINGS, launchers::allow, EmbeddedPostgres::freePort)) {
            long pid = postgres.pid().orElseThrow();
            assertThat(processGroup(pid)).isEqualTo(pid);
        }
    }

    @Test
    void tellsWhatToDoWhereNoWayWorks() throws Exception {
        Path missing = dir.resolve("postgres");
        assertThatThrownBy(() -> Launcher.find(missing, any -> true))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("TENANCY_DB_URL")
                .hasMessageContaining(missing.toString());
    }

    /** The fifth field of proc(5)'s stat, after the program's name in parentheses. */
    private static long processGroup(long pid) throws Exception {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(List.of(fields).get(2));
    }
}
