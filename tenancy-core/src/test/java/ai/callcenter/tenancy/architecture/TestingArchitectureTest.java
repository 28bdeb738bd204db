package ai.callcenter.tenancy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What hosts' tests are given asks nothing of their class path but this library. */
class TestingArchitectureTest {
    private static final String TESTING = "ai.callcenter.tenancy.testing";
    private static final ArchRule RULE = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    TESTING,
                    "ai.callcenter.tenancy",
                    "ai.callcenter.tenancy.access",
                    "ai.callcenter.tenancy.audit",
                    "ai.callcenter.tenancy.error",
                    "ai.callcenter.tenancy.event",
                    "ai.callcenter.tenancy.member",
                    "ai.callcenter.tenancy.memory",
                    "ai.callcenter.tenancy.page",
                    "ai.callcenter.tenancy.store",
                    "ai.callcenter.tenancy.tenant",
                    "java..",
                    "org.jspecify.annotations");

    @Test
    void usesThisLibraryAlone() {
        JavaClasses testing = new ClassFileImporter().importPackages(TESTING);
        assertThat(testing).isNotEmpty();
        RULE.check(testing);
        JavaClasses wrong = new ClassFileImporter().importClasses(UsesOurTests.class);
        assertThatThrownBy(() -> RULE.check(wrong)).isInstanceOf(AssertionError.class);
    }

    /** Breaks it: our own tests are not in the jar. */
    record UsesOurTests(Sources sources) {}
}
