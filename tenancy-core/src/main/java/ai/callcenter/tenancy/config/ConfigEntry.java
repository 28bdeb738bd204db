package ai.callcenter.tenancy.config;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Json;
import java.time.Instant;

/**
 * One setting of a tenant.
 *
 * @param key its name
 * @param value its value: any JSON, at most {@value #MAX_BYTES} bytes
 * @param updatedAt when it was last set
 */
public record ConfigEntry(ConfigKey key, Json value, Instant updatedAt) {
    /** The longest value, in bytes of UTF-8. */
    public static final int MAX_BYTES = 16 * 1024;

    /**
     * Checks the value's length.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public ConfigEntry {
        value.atMost(MAX_BYTES, "a configuration value");
    }
}
