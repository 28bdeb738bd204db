package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_CONFIGS;

import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.jdbc.generated.tables.TenantConfigs;
import ai.callcenter.tenancy.store.ConfigStore;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.sql.SQLException;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.JSON;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The configuration of a unit's tenant. */
final class JdbcConfigs implements ConfigStore {
    private final Unit unit;
    private final TenantId tenant;

    JdbcConfigs(Unit unit, TenantId tenant) {
        this.unit = unit;
        this.tenant = tenant;
    }

    @Override
    public Optional<ConfigEntry> put(ConfigEntry entry) {
        JSON value = JSON.json(entry.value().text());
        TenantConfigs old = TENANT_CONFIGS.as("old");
        Condition same =
                old.TENANT_ID.eq(tenant.value()).and(old.KEY.eq(entry.key().value()));
        // A sub-select in RETURNING sees the row as it was before the statement.
        return unit.row(
                        row -> before(entry.key(), row),
                        DSL.insertInto(TENANT_CONFIGS)
                                .set(TENANT_CONFIGS.TENANT_ID, tenant.value())
                                .set(TENANT_CONFIGS.KEY, entry.key().value())
                                .set(TENANT_CONFIGS.VALUE, value)
                                .set(TENANT_CONFIGS.UPDATED_AT, entry.updatedAt())
                                .onConflict(TENANT_CONFIGS.TENANT_ID, TENANT_CONFIGS.KEY)
                                .doUpdate()
                                .set(TENANT_CONFIGS.VALUE, value)
                                .set(TENANT_CONFIGS.UPDATED_AT, entry.updatedAt())
                                .returningResult(
                                        DSL.field(
                                                DSL.select(old.VALUE).from(old).where(same)),
                                        DSL.field(DSL.select(old.UPDATED_AT)
                                                .from(old)
                                                .where(same))))
                .orElseThrow();
    }

    private static Optional<ConfigEntry> before(ConfigKey key, Columns row) throws SQLException {
        @Nullable String value = row.textOrNull();
        return value == null ? Optional.empty() : Optional.of(new ConfigEntry(key, new Json(value), row.time()));
    }

    @Override
    public Optional<ConfigEntry> remove(ConfigKey key) {
        return unit.row(
                Rows::config,
                DSL.deleteFrom(TENANT_CONFIGS)
                        .where(TENANT_CONFIGS.TENANT_ID.eq(tenant.value()))
                        .and(TENANT_CONFIGS.KEY.eq(key.value()))
                        .returningResult(Rows.CONFIG));
    }
}
