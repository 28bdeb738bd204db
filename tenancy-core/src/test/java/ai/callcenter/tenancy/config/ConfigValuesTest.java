package ai.callcenter.tenancy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "0", "a.b", "a-b_c.d", "a..", "9-", "queue.max-wait"})
    void aKeyIsAName(String text) {
        assertThat(new ConfigKey(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".a", "-a", "_a", "A", "aB", "a b", "a/b", "a\n", "ä", "a\u0000", "a%", "\u0661"})
    void aKeyIsNothingElse(String text) {
        assertThatThrownBy(() -> new ConfigKey(text)).isInstanceOf(TenancyException.class);
    }

    @Test
    void aKeyHasAtMost128Characters() {
        assertThat(new ConfigKey("k".repeat(128)).value()).hasSize(128);
        assertThatThrownBy(() -> new ConfigKey("k".repeat(129))).isInstanceOf(TenancyException.class);
    }

    @Test
    void aValueIsBounded() {
        ConfigKey key = new ConfigKey("key");
        Json largest = Json.string("x".repeat(ConfigEntry.MAX_BYTES - 2));
        assertThat(new ConfigEntry(key, largest, Instant.EPOCH).value()).isEqualTo(largest);
        Json tooLarge = Json.string("x".repeat(ConfigEntry.MAX_BYTES - 1));
        assertThatThrownBy(() -> new ConfigEntry(key, tooLarge, Instant.EPOCH))
                .isInstanceOf(TenancyException.class)
                .hasMessageContaining("16384");
    }
}
