package ai.callcenter.tenancy.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The core's rules for a base package: allow-lists, so that what nobody thought of is refused. */
record CoreRules(String base) {
    /** The package of the use cases, which is the base itself. */
    static final String USE_CASES = "";

    private static final List<String> BOTTOM = List.of("text", "error");

    /** What each package may use beside itself. Imports run one way: a line names lines above it only. */
    static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("error", List.of()),
            Map.entry("text", List.of("error")),
            Map.entry("page", BOTTOM),
            Map.entry("tenant", BOTTOM),
            Map.entry("access", List.of("tenant", "text", "error")),
            Map.entry("audit", List.of("tenant", "access", "text", "error")),
            Map.entry("config", BOTTOM),
            Map.entry("member", List.of("tenant", "access", "text", "error")),
            Map.entry("session", List.of("tenant", "access", "text", "error")),
            Map.entry("scope", List.of("tenant")),
            Map.entry("event", List.of("member", "config", "audit", "tenant", "access", "text", "error")),
            Map.entry(
                    "store",
                    List.of(
                            "event", "session", "member", "config", "audit", "tenant", "access", "page", "text",
                            "error")),
            Map.entry(
                    "memory",
                    List.of(
                            USE_CASES, "store", "event", "session", "member", "config", "audit", "tenant", "access",
                            "page", "text", "error")),
            Map.entry(
                    USE_CASES,
                    List.of(
                            "store", "event", "session", "member", "config", "audit", "tenant", "access", "page",
                            "text", "error")));

    /** What nothing else uses: the in-memory store is one adapter among others, the ambient tenant a host's alone. */
    static final List<String> APART = List.of("memory", "scope");

    String name(String part) {
        return part.isEmpty() ? base : base + "." + part;
    }

    /** A part uses what its line names, the JDK's {@code java.*} and JSpecify's annotations. */
    ArchRule allowList(String part) {
        List<String> allowed = Objects.requireNonNull(MAY_USE.get(part), () -> "no line for the part " + part);
        String[] packages = Stream.concat(
                        Stream.concat(Stream.of(part), allowed.stream()).map(this::name),
                        Stream.of("java..", "org.jspecify.annotations"))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(name(part))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    /** Every class is in a part that has a line. */
    ArchRule noOtherPackage() {
        String[] parts = MAY_USE.keySet().stream().map(this::name).toArray(String[]::new);
        return classes().should().resideInAnyPackage(parts);
    }

    ArchRule nobodyUses(String part) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(name(part))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(name(part));
    }

    ArchRule noCircle() {
        return slices().matching(base + ".(*)..").should().beFreeOfCycles();
    }
}
