package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.Test;

/**
 * The generated code is what the migrations make. After a change of the schema, run this test with
 * {@code -Djooq.accept=true}, which writes the new code into the sources.
 */
class GeneratedCodeTest {
    private static final String PACKAGE = "ai.callcenter.tenancy.jdbc.generated";

    @Test
    void generatedCodeMatchesTheMigrations() throws Exception {
        Path sources = Path.of("src/main/java");
        Path fresh = Boolean.getBoolean("jooq.accept") ? sources : Path.of("target/jooq");
        generate(fresh);
        assertThat(files(sources)).isEqualTo(files(fresh));
    }

    private static void generate(Path into) throws Exception {
        TestPostgres database = TestPostgres.create();
        GenerationTool.generate(new Configuration()
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(database.url())
                        .withUser("postgres")
                        .withPassword(""))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema("tenancy")
                                .withExcludes(
                                        "schema_history|seal_keys|sealed_tenant|\\w+_seal_key|(un)?isolate|isolation_\\w+|tenant_column")
                                .withForcedTypes(new ForcedType()
                                        .withName("INSTANT")
                                        .withIncludeTypes("(?i:timestamp with time zone|timestamptz)")))
                        .withGenerate(new Generate()
                                .withGeneratedAnnotation(false)
                                .withRoutines(true)
                                .withIndexes(false)
                                .withGlobalCatalogReferences(false))
                        .withTarget(new Target()
                                .withPackageName(PACKAGE)
                                .withDirectory(into.toString())
                                .withEncoding("UTF-8"))));
    }

    private static Map<String, String> files(Path root) throws IOException {
        Path folder = root.resolve(PACKAGE.replace('.', '/'));
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                files.put(folder.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }
}
