package ai.callcenter.tenancy.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.javalin.http.Context;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the adapter is made of: lists of what is allowed, so that what nobody thought of is refused. */
class ArchitectureTest {
    private static final String HERE = "ai.callcenter.tenancy.http";
    private static final String TOKENS = HERE + ".token";
    private static final String PROVIDERS = TOKENS + ".oidc";

    /** The use cases and what they speak of; not the ports behind them, and no store. */
    private static final String[] CORE = {
        "ai.callcenter.tenancy",
        "ai.callcenter.tenancy.access",
        "ai.callcenter.tenancy.audit",
        "ai.callcenter.tenancy.config",
        "ai.callcenter.tenancy.error",
        "ai.callcenter.tenancy.member",
        "ai.callcenter.tenancy.page",
        "ai.callcenter.tenancy.session",
        "ai.callcenter.tenancy.tenant",
        "ai.callcenter.tenancy.text",
    };

    private static final String SCOPE = "ai.callcenter.tenancy.scope";

    private static final String[] SERVER = {
        HERE,
        SCOPE,
        TOKENS,
        PROVIDERS,
        "java..",
        "org.jspecify.annotations",
        "com.fasterxml.jackson.core..",
        "com.github.benmanes.caffeine..",
        "io.github.bucket4j..",
        "io.javalin..",
        "io.micrometer..",
        "jakarta.servlet..",
        "org.eclipse.jetty..",
    };

    private static final ArchRule ADAPTER = classes()
            .that()
            .resideInAPackage(HERE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Stream.of(CORE, SERVER).flatMap(Stream::of).toArray(String[]::new));

    /** Tokens know neither tenants nor servers. */
    private static final ArchRule TOKEN = classes()
            .that()
            .resideInAPackage(TOKENS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    TOKENS,
                    PROVIDERS,
                    "java..",
                    "org.jspecify.annotations",
                    "com.auth0.jwt..",
                    "com.fasterxml.jackson.core..",
                    "com.github.benmanes.caffeine..");

    /** A provider's keys know no token. */
    private static final ArchRule PROVIDER = classes()
            .that()
            .resideInAPackage(PROVIDERS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PROVIDERS, "java..", "org.jspecify.annotations", "com.fasterxml.jackson.core..");

    private static final ArchRule RESOURCES = classes()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .or()
            .haveSimpleNameEndingWith("Json")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(Stream.concat(
                            Stream.of(CORE),
                            Stream.of(
                                    HERE,
                                    TOKENS,
                                    PROVIDERS,
                                    "java..",
                                    "org.jspecify.annotations",
                                    "com.fasterxml.jackson.core.."))
                    .toArray(String[]::new));

    /** The filter and what it is told, with all that they call: whoever's servlet container it is. */
    private static final ArchRule FILTER = noClasses()
            .that()
            .haveSimpleNameStartingWith("TenancyFilter")
            .or()
            .haveSimpleNameStartingWith("Tenant")
            .and()
            .haveSimpleNameEndingWith("Resolver")
            .or()
            .haveSimpleName("TenantRequest")
            .should()
            .transitivelyDependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "io.micrometer..", "io.github.bucket4j..");

    /** The filter opens a scope that a host has made; nothing else knows that there are such. */
    private static final ArchRule AMBIENT = noClasses()
            .that()
            .haveSimpleNameNotStartingWith("TenancyFilter")
            .and()
            .doNotHaveSimpleName("Builder")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SCOPE);

    private final JavaClasses main = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HERE);

    @Test
    void theAdapterUsesTheUseCasesAndTheServerAndNothingElse() {
        assertThat(main).isNotEmpty();
        ADAPTER.check(main);
        assertFails(ADAPTER, UsesJwt.class);
    }

    @Test
    void tokensStandAlone() {
        TOKEN.check(main);
        assertFails(TOKEN, ai.callcenter.tenancy.http.token.UsesTenants.class);
    }

    @Test
    void aProvidersKeysKnowNoToken() {
        PROVIDER.check(main);
        assertFails(PROVIDER, ai.callcenter.tenancy.http.token.oidc.UsesTokens.class);
    }

    @Test
    void aResourceKnowsNoServer() {
        RESOURCES.check(main);
        assertFails(RESOURCES, ServerResource.class);
    }

    @Test
    void theFilterCallsNoServer() {
        FILTER.check(main);
        assertFails(FILTER, TenancyFilterOnJavalin.class, TenancyHttp.class, Route.class);
    }

    @Test
    void theFilterAloneOpensAScope() {
        AMBIENT.check(main);
        assertFails(AMBIENT, UsesScope.class);
    }

    private static void assertFails(ArchRule rule, Class<?>... wrong) {
        JavaClasses imported = new ClassFileImporter().importClasses(wrong);
        assertThatThrownBy(() -> rule.check(imported)).isInstanceOf(AssertionError.class);
    }

    /** Breaks the first rule. */
    record UsesJwt(JWT jwt) {}

    /** Breaks the rule of the filter, at one remove. */
    record TenancyFilterOnJavalin(TenancyHttp http) {}

    /** Breaks the rule of the ambient tenant. */
    record UsesScope(ai.callcenter.tenancy.scope.TenantScope scope) {}

    /** Breaks the third rule. */
    record ServerResource(Context context) {}
}
