package ai.callcenter.tenancy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script at the top of the repository, as far as it goes without building anything. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "The launcher is a shell script.")
class LauncherTest {

    private static final Path LAUNCHER =
            Path.of("..", "tenancy").toAbsolutePath().normalize();

    @TempDir
    Path elsewhere;

    @Test
    void listsEveryCommand() throws Exception {
        assertThat(run(noJdk(), LAUNCHER, "help").output())
                .contains("  serve ", "  test ", "  token ", "  migrate ", "  check ", "  bench ");
    }

    @Test
    void listsThemWithoutAnArgumentToo() throws Exception {
        assertThat(run(noJdk(), LAUNCHER)).isEqualTo(run(noJdk(), LAUNCHER, "help"));
    }

    @Test
    void runsThroughLinksAndInAFolderWithSpaces() throws Exception {
        Path link = Path.of("a folder", "a link");
        Files.createDirectory(elsewhere.resolve(link).getParent());
        Files.createSymbolicLink(elsewhere.resolve(link), LAUNCHER);
        Path linkToLink = Files.createSymbolicLink(elsewhere.resolve("link to link"), link);

        // With this option Maven tells its version and leaves the build alone.
        Result result = run(Path.of(System.getProperty("java.home")), linkToLink, "test", "--version");

        assertThat(result.output()).contains("Apache Maven");
        assertThat(result.status()).isZero();
    }

    @Test
    void testTakesKeycloakAlongWhereAsked() throws Exception {
        // Maven itself knows no such option, and fails on it.
        Result result = run(Path.of(System.getProperty("java.home")), LAUNCHER, "test", "--with-keycloak", "--version");

        assertThat(result.output()).contains("Apache Maven");
        assertThat(result.status()).isZero();
    }

    @Test
    void namesTheFolderThatIsNoJdkAndSaysWhatToInstall() throws Exception {
        Result result = run(noJdk(), LAUNCHER, "serve");

        assertThat(result.output()).contains(noJdk().toString(), "21 or newer", "openjdk-21", "TENANCY_JAVA_HOME");
        assertThat(result.status()).isEqualTo(1);
    }

    private Path noJdk() {
        return elsewhere.resolve("no jdk");
    }

    private Result run(Path jdk, Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(elsewhere.toFile()).redirectErrorStream(true);
        builder.environment().put("TENANCY_JAVA_HOME", jdk.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private record Result(int status, String output) {}
}
