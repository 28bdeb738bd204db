package ai.callcenter.tenancy.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules hold in the core, and each of them fails where it is broken. */
class ArchitectureTest {
    private static final CoreRules CORE = new CoreRules("ai.callcenter.tenancy");
    private static final CoreRules BROKEN = new CoreRules("broken");
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(CORE.base());

    @TempDir
    private Path folder = Path.of("");

    static Collection<String> parts() {
        return CoreRules.MAY_USE.keySet();
    }

    static Collection<String> partsApart() {
        return CoreRules.APART;
    }

    private static List<String> violations(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void eachPartUsesWhatItMay(String part) {
        CORE.allowList(part).check(CLASSES);
    }

    @Test
    void everyPartHasItsLine() {
        CORE.noOtherPackage().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("partsApart")
    void nobodyUsesWhatIsApart(String part) {
        CORE.nobodyUses(part).check(CLASSES);
    }

    @Test
    void thereIsNoCircle() {
        CORE.noCircle().check(CLASSES);
        assertThatCode(() -> order(new HashSet<>())).doesNotThrowAnyException();
    }

    /** That the lines themselves have an order: in each round some part uses only what came before. */
    private static void order(Set<String> done) {
        while (done.size() < parts().size()) {
            String next = parts().stream()
                    .filter(part -> !done.contains(part))
                    .filter(part -> done.containsAll(Objects.requireNonNull(CoreRules.MAY_USE.get(part))))
                    .findAny()
                    .orElseThrow(() -> new IllegalStateException("a circle among all but " + done));
            done.add(next);
        }
    }

    /** Everything that a part could use: each other part, a library, and what of the JDK is not {@code java.*}. */
    private static Stream<String> targets() {
        return Stream.concat(
                parts().stream().map(part -> BROKEN.name(part) + ".Thing"),
                Stream.of("org.library.Thing", "javax.naming.Name", "java.time.Instant"));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void eachPartIsCaughtUsingWhatItMayNot(String part) throws IOException {
        Sources sources = new Sources(folder).type("org.library.Thing");
        for (String other : parts()) {
            sources.type(BROKEN.name(other) + ".Thing");
        }
        for (String target : targets().toList()) {
            sources.type(user(part, target), target);
        }
        List<String> violations = violations(BROKEN.allowList(part), sources.compiled());
        List<String> allowed = Stream.concat(
                        Stream.concat(Stream.of(part), Objects.requireNonNull(CoreRules.MAY_USE.get(part)).stream())
                                .map(name -> BROKEN.name(name) + ".Thing"),
                        Stream.of("java.time.Instant"))
                .toList();
        for (String target : targets().toList()) {
            boolean caught = violations.stream().anyMatch(line -> line.contains("<" + user(part, target) + "."));
            assertThat(caught).as(part + " uses " + target).isEqualTo(!allowed.contains(target));
        }
    }

    private static String user(String part, String target) {
        return BROKEN.name(part) + ".Uses_" + target.replace('.', '_');
    }

    @Test
    void aNewPackageWithoutALineIsCaught() throws IOException {
        JavaClasses classes = new Sources(folder)
                .type("broken.helpers.Thing")
                .type("broken.store.deeper.Thing")
                .type("broken.store.Thing")
                .compiled();
        assertThat(violations(BROKEN.noOtherPackage(), classes)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("partsApart")
    void whoUsesWhatIsApartIsCaught(String part) throws IOException {
        String apart = BROKEN.name(part) + ".Thing";
        JavaClasses classes = new Sources(folder)
                .type(apart, "broken.store.Port")
                .type("broken.store.Port")
                .type("broken.UseCase", apart)
                .type("broken.tenant.Thing", apart)
                .compiled();
        assertThat(violations(BROKEN.nobodyUses(part), classes)).hasSize(2);
    }

    @Test
    void aCircleIsCaught() throws IOException {
        JavaClasses classes = new Sources(folder)
                .type("broken.tenant.Thing", "broken.access.Thing")
                .type("broken.access.Thing", "broken.audit.Thing")
                .type("broken.audit.Thing", "broken.tenant.Thing")
                .compiled();
        assertThat(violations(BROKEN.noCircle(), classes)).hasSize(1);
    }
}
