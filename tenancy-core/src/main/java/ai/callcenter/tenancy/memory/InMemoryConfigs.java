package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.store.ConfigStore;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.Optional;

/** The configuration of one unit's tenant. */
record InMemoryConfigs(Draft draft, TenantId id) implements ConfigStore {
    @Override
    public Optional<ConfigEntry> put(ConfigEntry entry) {
        return draft.use(
                data -> Optional.ofNullable(data.tenants.get(id).configs.put(entry.key(), entry)));
    }

    @Override
    public Optional<ConfigEntry> remove(ConfigKey key) {
        return draft.use(data -> Optional.ofNullable(data.tenants.find(id)).map(rows -> rows.configs.remove(key)));
    }
}
