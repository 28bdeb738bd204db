package ai.callcenter.tenancy.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the documentation against the table of settings. */
class ConfigReferenceTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "configuration.md");

    @Test
    void theDocumentHasTheTable() throws Exception {
        assertThat(Files.readString(DOCUMENT))
                .as("the table in docs/configuration.md; to bring it up to date: ./tenancy config --markdown")
                .contains("\n\n" + ConfigReference.markdown() + "\n");
    }

    @Test
    void everyFallbackCanBeRead() {
        assertThat(Settings.ALL)
                .filteredOn(s -> s.fallback() != null)
                .allSatisfy(s -> assertThatCode(() -> s.format().read(String.valueOf(s.fallback())))
                        .as(s.name())
                        .doesNotThrowAnyException());
    }

    @Test
    void everyExampleCanBeRead() {
        assertThat(Settings.ALL)
                .filteredOn(s -> !s.example().contains("`") && !s.equals(Settings.TOKEN_KEY_FILE))
                .allSatisfy(s -> assertThatCode(() -> s.format().read(s.example()))
                        .as(s.name())
                        .doesNotThrowAnyException());
    }

    @Test
    void theListingShowsWhatIsSetAndWhereButNoSecret() {
        String listing = ConfigReference.listing(Map.of(
                "TENANCY_PORT", "9000",
                "TENANCY_TOKEN_SECRET", "0123456789abcdef0123456789abcdef",
                "TENANCY_DB_URL", "jdbc:postgresql://db/x?password=hush",
                "TENANCY_DB_PASSWORD", "hush"));

        assertThat(listing)
                .contains("TENANCY_PORT=9000  (environment)")
                .contains("TENANCY_HOST=127.0.0.1  (default)")
                .contains("TENANCY_DATA_DIR is not set")
                .contains("TENANCY_TOKEN_SECRET=…  (environment)")
                .contains("TENANCY_DB_PASSWORD=…  (environment)")
                .doesNotContain("hush")
                .doesNotContain("0123456789abcdef");
        assertThat(Settings.ALL).allSatisfy(s -> assertThat(listing).containsPattern("(?m)^" + s.name() + "[= ]"));
    }
}
