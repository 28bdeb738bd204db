package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;

/**
 * What the isolation check expects is what the migrations make. After a change of the schema, run this test with
 * {@code -Djooq.accept=true}, which writes the new inventory into the sources.
 */
class InventoryTest {
    private static final Path EXPECTED = Path.of("src/main/resources/ai/callcenter/tenancy/jdbc/check/expected.tsv");

    @Test
    void expectedIsWhatTheMigrationsMake() throws Exception {
        String made;
        try (Connection service = TestPostgres.create().service()) {
            TestPostgres.execute(service, "set search_path = pg_catalog, pg_temp");
            made = Inventory.of(service).text();
        }
        if (Boolean.getBoolean("jooq.accept")) {
            Files.writeString(EXPECTED, made);
        }
        assertThat(made).isEqualTo(Files.readString(EXPECTED));
    }
}
