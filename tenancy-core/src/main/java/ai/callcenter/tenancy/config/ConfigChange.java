package ai.callcenter.tenancy.config;

/**
 * What setting a key did.
 *
 * @param entry the entry as it is now
 * @param created whether the key is new
 */
public record ConfigChange(ConfigEntry entry, boolean created) {}
