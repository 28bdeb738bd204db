package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.deploy.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The files that deploy the server name every setting, none that does not exist, and values that it takes. */
class DeploymentFilesTest {
    private static final Path ENVIRONMENT_FILE = Manifest.FOLDER.resolve("tenancy.env");
    private static final Pattern LINE = Pattern.compile("(?m)^(#?)(TENANCY_[A-Z_]+)=(.*)$");
    private static final Pattern NAME = Pattern.compile("TENANCY_[A-Z_]*[A-Z]");

    @Test
    void theEnvironmentFileNamesEverySetting() throws IOException {
        assertThat(LINE.matcher(Files.readString(ENVIRONMENT_FILE)).results().map(line -> line.group(2)))
                .as("names in " + ENVIRONMENT_FILE)
                .containsExactlyInAnyOrderElementsOf(names(any -> true));
    }

    @Test
    void theExamplesOfTheEnvironmentFileCanBeRead() throws IOException {
        Map<String, String> examples = new TreeMap<>();
        LINE.matcher(Files.readString(ENVIRONMENT_FILE)).results().forEach(l -> examples.put(l.group(2), l.group(3)));
        assertThat(Settings.ALL)
                .filteredOn(s -> !examples.getOrDefault(s.name(), "").isEmpty() && !s.equals(Settings.TOKEN_KEY_FILE))
                .allSatisfy(s -> s.format().read(examples.getOrDefault(s.name(), "")));
    }

    /** Nobody wants to look for the one line that is not a comment. */
    @Test
    void theEnvironmentFileSetsNothing() throws IOException {
        assertThat(LINE.matcher(Files.readString(ENVIRONMENT_FILE)).results())
                .allSatisfy(line -> assertThat(line.group(1)).as(line.group(2)).isEqualTo("#"));
    }

    @Test
    void theConfigMapNamesEverySettingThatIsNoSecret() throws IOException {
        assertThat(Manifest.of("ConfigMap", "tenancy").data().keySet())
                .as("names in configmap.yaml")
                .containsExactlyInAnyOrderElementsOf(names(setting -> !setting.secret()));
    }

    @Test
    void theSecretsNameEverySettingThatIsOne() throws IOException {
        var names = new ArrayList<>(Manifest.of("Secret", "tenancy").data().keySet());
        names.addAll(Manifest.of("Secret", "tenancy-migrator").data().keySet());
        assertThat(names)
                .as("names in secret.example.yaml")
                .containsExactlyInAnyOrderElementsOf(names(Setting::secret));
    }

    @Test
    void thePodsGetSettingsThatTheServerTakes() throws IOException {
        Manifest deployment = Manifest.of("Deployment", "tenancy");
        Manifest job = Manifest.of("Job", "tenancy-migrate");
        AppConfig server = AppConfig.read(deployment.environment());
        AppConfig migrate = AppConfig.read(job.environment());

        assertThat(server.warnings()).isEmpty();
        assertThat(server.http().host()).isEqualTo("0.0.0.0");
        assertThat(deployment.container().at("/ports/0/containerPort").asInt())
                .isEqualTo(server.http().port());
        assertThat(deployment.container().path("image").asText())
                .isEqualTo(job.container().path("image").asText());
        assertThat(server.store())
                .isInstanceOfSatisfying(
                        StoreConfig.External.class,
                        store -> assertThat(store.migrator())
                                .as("the pods that serve do not migrate")
                                .isNull());
        assertThat(migrate.warnings()).isEmpty();
        assertThat(migrate.store())
                .isInstanceOfSatisfying(
                        StoreConfig.External.class,
                        store -> assertThat(store.migrator()).isNotNull());
    }

    /** Also what is only mentioned: a comment that sends somebody to a setting of yesterday is worse than none. */
    @Test
    void nothingNamesASettingThatDoesNotExist() throws IOException {
        List<String> known = Settings.ALL.stream().<String>map(Setting::name).toList();
        try (Stream<Path> files = Files.walk(Manifest.FOLDER)) {
            for (Path file : Stream.concat(
                            files.filter(Files::isRegularFile),
                            Stream.of("deployment.md", "operations.md").map(Path.of("..", "docs")::resolve))
                    .toList()) {
                assertThat(NAME.matcher(Files.readString(file)).results().map(found -> found.group()))
                        .as(file.toString())
                        .isSubsetOf(known);
            }
        }
    }

    @Test
    void theJvmGetsTheLaunchersOptions() throws IOException {
        var options = Pattern.compile("(?m)^jvm='(.*)'$").matcher(Files.readString(Path.of("..", "tenancy")));
        assertThat(options.find()).isTrue();
        assertThat(Files.readString(Manifest.FOLDER.resolve("docker/Dockerfile")))
                .contains("JDK_JAVA_OPTIONS=\"" + options.group(1) + "\"");
        assertThat(Files.readString(Manifest.FOLDER.resolve("systemd/tenancy.service")))
                .contains("\"JAVA_OPTS=" + options.group(1) + "\"");
    }

    /** All but the launcher script's own, which none of these files runs. */
    private static List<String> names(Predicate<Setting<?>> which) {
        return Settings.ALL.stream()
                .filter(setting -> setting.place() != Setting.Place.LAUNCHER)
                .filter(which)
                .<String>map(Setting::name)
                .toList();
    }
}
