package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A platform's BOM may bring an older jOOQ than this was made with. */
class JooqVersionTest {
    @Test
    void theOneThatItWasMadeWithDoes() {
        assertThatCode(JooqVersion::require).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.21.0", "3.21.9", "3.21.12", "3.22.0-SNAPSHOT", "3.100.1", "4.0.0"})
    void soDoesANewerOne(String found) {
        assertThatCode(() -> JooqVersion.require(found, "3.21.9")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.19.31", "3.20.14", "3.3.0", "2.6.4"})
    void anOlderOneIsRefusedWithWhatToSet(String found) {
        assertThatIllegalStateException()
                .isThrownBy(() -> JooqVersion.require(found, "3.21.9"))
                .withMessageContaining("jOOQ " + found + " is on the class path, too old for tenancy")
                .withMessageContaining("<jooq.version>3.21.9</jooq.version>");
    }
}
