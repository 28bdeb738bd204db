package ai.callcenter.tenancy.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder, one server. */
class DataFolderTest {
    @TempDir
    Path temporary;

    @BeforeAll
    static void available() {
        BundledPostgres.assumeAvailable();
    }

    @Test
    void refusesASecondServerOfAnotherProcess() throws Exception {
        Path dir = temporary.resolve("data");
        try (var server = ServerJvm.start(dir, BundledPostgres.CACHE, ServerJvm.Launchers.ANY)) {
            var ready = server.awaitReady();

            assertThatThrownBy(() -> BundledPostgres.start(dir))
                    .isInstanceOf(EmbeddedPostgresException.class)
                    .hasMessageContaining(
                            dir.toRealPath() + " is in use by another server (process " + server.pid() + ")");

            assertThat(BundledPostgres.query(ready.superuser(), "SELECT 1")).isEqualTo("1");
        }
        BundledPostgres.start(dir).close();
    }

    @Test
    void refusesASecondServerOfThisProcess() throws Exception {
        Path dir = temporary.resolve("data");
        Path link = Files.createSymbolicLink(temporary.resolve("link"), dir);
        try (var first = DataFolder.open(dir)) {
            for (Path again : new Path[] {dir, link}) {
                assertThatThrownBy(() -> DataFolder.open(again))
                        .isInstanceOf(EmbeddedPostgresException.class)
                        .hasMessageContaining(first.root().toString())
                        .hasMessageContaining(
                                Long.toString(ProcessHandle.current().pid()));
            }
            // The refusals must not have cost the first its lock.
            try (var other = ServerJvm.start(dir, BundledPostgres.CACHE, ServerJvm.Launchers.ANY)) {
                assertThatThrownBy(other::awaitReady).hasMessageContaining("ended before it was ready");
            }
        }
    }

    @Test
    void refusesWhatIsNoFolder() throws Exception {
        Path file = Files.createFile(temporary.resolve("file"));
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void isFreeAfterClosingAndClosingTwiceFreesNoOther() throws Exception {
        var first = DataFolder.open(temporary);
        first.close();
        try (var second = DataFolder.open(temporary)) {
            first.close();
            assertThat(second.root()).isEqualTo(first.root());
            assertThatThrownBy(() -> DataFolder.open(temporary)).isInstanceOf(EmbeddedPostgresException.class);
        }
    }
}
