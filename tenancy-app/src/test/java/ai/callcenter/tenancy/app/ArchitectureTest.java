package ai.callcenter.tenancy.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.app.config.UsesServer;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each package of the app may use: command line, then server, then database and limits, then configuration. */
class ArchitectureTest {
    private static final String BASE = "ai.callcenter.tenancy.";
    private static final String HERE = BASE + "app.";

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(BASE + "app");

    @ParameterizedTest
    @CsvSource({
        "cli, app.server app.database app.config app.postgres jdbc http.token access error, picocli.. com.fasterxml..",
        "server, app.database app.config app.limit http http.token http.token.oidc . access audit error member store tenant text,"
                + " dagger.. jakarta.inject com.fasterxml.jackson.core.. io.micrometer.core.instrument.binder",
        "database, app.config app.postgres jdbc http memory store error, org.postgresql.. io.micrometer.core.instrument.binder io.micrometer.core.instrument",
        "limit, app.config jdbc http tenant, redis.clients.jedis.. org.apache.commons.pool2.. javax.net.ssl",
        "config, http http.token http.token.oidc access error tenant, ''",
        "postgres, '', org.apache.commons.compress.. com.sun.security.auth.module",
    })
    void aPackageUsesWhatItMayAndNothingElse(String name, String ours, String libraries) {
        rule(name, ours, libraries).check(main);
    }

    @Test
    void theRuleCanFail() {
        ArchRule config = rule("config", "http.token access error tenant", "");
        JavaClasses wrong = new ClassFileImporter().importClasses(UsesServer.class);

        assertThatThrownBy(() -> config.check(wrong)).isInstanceOf(AssertionError.class);
    }

    @Test
    void noPackageIsForgotten() {
        assertThat(main.stream().map(c -> c.getPackageName()).distinct())
                .containsExactlyInAnyOrder(
                        BASE + "app",
                        HERE + "cli",
                        HERE + "server",
                        HERE + "database",
                        HERE + "limit",
                        HERE + "config",
                        HERE + "postgres");
    }

    private static ArchRule rule(String name, String ours, String libraries) {
        return classes()
                .that()
                .resideInAPackage(HERE + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.of(
                                Stream.of(HERE + name, "java..", "org.jspecify.annotations"),
                                words(ours).map(p -> p.equals(".") ? "ai.callcenter.tenancy" : BASE + p),
                                words(libraries))
                        .flatMap(all -> all)
                        .toArray(String[]::new));
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
