package ai.callcenter.tenancy.jdbc;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** What hosts' tests are given asks nothing of their class path but this library and JUnit. */
class TestingArchitectureTest {
    private static final String TESTING = "ai.callcenter.tenancy.jdbc.testing";
    private static final ArchRule RULE = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            TESTING,
                            "ai.callcenter.tenancy.tenant",
                            "java..",
                            "javax.sql",
                            "org.jspecify.annotations",
                            "org.junit.jupiter.api..")
                    .or(belongToAnyOf(
                            Fault.class,
                            IsolationCheck.class,
                            IsolationException.class,
                            SealKey.class,
                            TenantDataSource.class)));

    @Test
    void usesThisLibraryAndJUnitAlone() {
        JavaClasses testing = new ClassFileImporter().importPackages(TESTING);
        assertThat(testing).isNotEmpty();
        RULE.check(testing);
        JavaClasses wrong = new ClassFileImporter().importClasses(UsesOurTests.class);
        assertThatThrownBy(() -> RULE.check(wrong)).isInstanceOf(AssertionError.class);
    }

    /** Breaks it: our own tests are not in the jar. */
    record UsesOurTests(TestPostgres database) {}
}
