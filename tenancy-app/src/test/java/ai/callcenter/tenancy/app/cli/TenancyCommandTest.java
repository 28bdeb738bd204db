package ai.callcenter.tenancy.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.CommandRun;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command has in common. */
class TenancyCommandTest {
    private static final Map<String, String> MEMORY = Map.of("TENANCY_STORE", "memory");

    @ParameterizedTest
    @ValueSource(strings = {"serve", "token", "migrate", "check", "config"})
    void everyCommandTellsItsOptionsAndItsVersion(String command) {
        assertThat(CommandRun.of(Map.of(), command, "--help")).satisfies(run -> {
            assertThat(run.exit()).isZero();
            assertThat(run.out()).startsWith("Usage: tenancy " + command);
            assertThat(run.err()).isEmpty();
        });
        assertThat(CommandRun.of(Map.of(), command, "--version").out())
                .matches("tenancy [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?, Java [0-9].*\\R");
        assertThat(CommandRun.of(Map.of(), "help", command).out()).startsWith("Usage: tenancy " + command);
    }

    @Test
    void aMissingCommandShowsAllOfThem() {
        CommandRun run = CommandRun.of(Map.of());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("  serve ", "  token ", "  migrate ", "  check ", "  config ");
    }

    @Test
    void aWrongOptionIsNamedWithARightOne() {
        CommandRun run = CommandRun.of(Map.of(), "serve", "--dmeo");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("'--dmeo'").contains("./tenancy serve --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "token --email ana@acme.example", "migrate", "check", "config"})
    void aWrongSettingStopsEveryCommandWithOneLineEach(String command) {
        CommandRun run = CommandRun.of(Map.of("TENANCY_PORT", "x", "TENANCY_STORE", "disk"), command.split(" ", -1));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err().lines())
                .satisfiesExactly(
                        port -> assertThat(port).startsWith("tenancy: TENANCY_PORT: "),
                        store -> assertThat(store).startsWith("tenancy: TENANCY_STORE: "));
    }

    @Test
    void aVariableThatIsProbablyMisspeltIsAWarning() {
        CommandRun run = CommandRun.of(Map.of("TENANCY_STORE", "memory", "TENANCY_PROT", "1"), "check");

        assertThat(run.exit()).isZero();
        assertThat(run.err().lines())
                .containsExactly(
                        "tenancy: warning: TENANCY_PROT: there is no such setting; did you mean TENANCY_PORT?");
    }

    @Test
    void memoryHasNothingToMigrateOrToCheck() {
        assertThat(CommandRun.of(MEMORY, "migrate")).satisfies(run -> {
            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("nothing to migrate");
        });
        assertThat(CommandRun.of(MEMORY, "check")).satisfies(run -> {
            assertThat(run.exit()).isZero();
            assertThat(run.out()).contains("nothing to check");
        });
    }

    @Test
    void listsTheSettings() {
        CommandRun run = CommandRun.of(Map.of("TENANCY_PORT", "9000"), "config");

        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("TENANCY_PORT=9000  (environment)").contains("TENANCY_CORS_ORIGINS is not set");
        assertThat(CommandRun.of(Map.of(), "config", "--markdown").out()).startsWith("| Name | Default |");
    }

    @Test
    void printsTheSqlThatMakesTheRoles() {
        CommandRun run = CommandRun.of(
                Map.of(
                        "TENANCY_DB_URL", "jdbc:postgresql://nowhere.invalid/x",
                        "TENANCY_DB_USER", "Desk",
                        "TENANCY_DB_PASSWORD", "hush",
                        "TENANCY_DB_MIGRATOR_USER", "mover",
                        "TENANCY_DB_MIGRATOR_PASSWORD", "hush",
                        "TENANCY_TOKEN_SECRET", "0123456789abcdef0123456789abcdef"),
                "migrate",
                "--print-roles");

        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("create role tenancy_owner nologin")
                .contains("grant tenancy_owner to mover;")
                .contains("grant tenancy_app to \"Desk\";")
                .doesNotContain("hush");
    }
}
