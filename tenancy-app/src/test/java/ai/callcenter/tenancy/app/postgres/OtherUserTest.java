package ai.callcenter.tenancy.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the tests run as root: a server of an ordinary user, who has no home either. */
class OtherUserTest {
    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");

    @TempDir
    Path temporary;

    @Test
    void serverOfAnOrdinaryUser() throws Exception {
        BundledPostgres.assumeAvailable();
        assumeTrue(new UnixSystem().getUid() == 0, "the tests run as an ordinary user already");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assumeTrue(canRun(java), "no setpriv, or the JDK is not everybody's: " + java);
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path data = Files.createDirectory(temporary.resolve("data"));
        Files.setAttribute(data, "unix:uid", NOBODY);

        try (var server = ServerJvm.start(AS_NOBODY, readableClassPath(), data, null, ServerJvm.Launchers.ANY)) {
            var ready = server.awaitReady();
            assertThat(BundledPostgres.query(ready.superuser(), "SELECT 1")).isEqualTo("1");
            assertThat(Files.getAttribute(data.resolve("postgres/data"), "unix:uid"))
                    .isEqualTo(NOBODY);

            BundledPostgres.kill(server.pid());
            BundledPostgres.await(
                    "a clean shutdown", () -> Files.notExists(data.resolve("postgres/data/postmaster.pid")));
        }
    }

    private static boolean canRun(Path java) {
        try {
            Command.run(Stream.concat(AS_NOBODY.stream(), Stream.of(java.toString(), "-version"))
                    .toList());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The class path, copied to where others than root may read it. */
    private String readableClassPath() throws IOException {
        Path copies = Files.createDirectory(temporary.resolve("classes"));
        var entries = System.getProperty("java.class.path").split(File.pathSeparator, -1);
        for (int i = 0; i < entries.length; i++) {
            Path entry = Path.of(entries[i]);
            if (Files.notExists(entry)) {
                continue;
            }
            Path copy = copies.resolve(i + "-" + entry.getFileName());
            try (Stream<Path> tree = Files.walk(entry)) {
                for (Path path : tree.toList()) {
                    Files.copy(path, copy.resolve(entry.relativize(path).toString()));
                }
            }
        }
        try (Stream<Path> list = Files.list(copies)) {
            return list.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        }
    }
}
