package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import java.util.Optional;

/** The configuration of one unit's tenant. */
public interface ConfigStore {
    /**
     * Sets a key.
     *
     * @return the entry as it was; empty when the key is new
     */
    Optional<ConfigEntry> put(ConfigEntry entry);

    /**
     * Deletes a key.
     *
     * @return the entry as it was; empty when there was none
     */
    Optional<ConfigEntry> remove(ConfigKey key);
}
