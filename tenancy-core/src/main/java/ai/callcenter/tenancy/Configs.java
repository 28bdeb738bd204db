package ai.callcenter.tenancy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Permission;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigChange;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.config.ConfigRule;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.TenancyEvent.ConfigDeleted;
import ai.callcenter.tenancy.event.TenancyEvent.ConfigSet;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Configuration of a tenant: JSON values under keys. */
public final class Configs {
    private final Core core;
    private final Gate gate;
    private final Trail trail;

    Configs(Core core, Gate gate, Trail trail) {
        this.core = core;
        this.gate = gate;
        this.trail = trail;
    }

    /** The settings, by key. */
    public Page<ConfigEntry> list(Caller caller, TenantId tenant, PageRequest page) {
        var configs = core.store().read(tenant, gate.at(caller, tenant)).configs(page);
        return gate.open(caller, tenant, configs, Permission.READ_CONFIG);
    }

    /**
     * One setting.
     *
     * @throws TenancyException {@code config_not_found}
     */
    public ConfigEntry get(Caller caller, TenantId tenant, ConfigKey key) {
        var config = core.store().read(tenant, gate.at(caller, tenant)).config(key);
        return gate.open(caller, tenant, config, Permission.READ_CONFIG).orElseThrow(() -> notFound(key));
    }

    /** Sets a key, whatever its present value. */
    public ConfigChange put(Caller caller, TenantId tenant, ConfigKey key, Json value) {
        return put(caller, tenant, key, value, present -> true);
    }

    /**
     * Sets a key if its present state is the expected one.
     *
     * @param expected what the present entry, empty where there is none, must be
     * @throws TenancyException {@code precondition_failed}; {@code invalid_input} for a value of more than
     *     {@value ConfigEntry#MAX_BYTES} bytes
     */
    public ConfigChange put(
            Caller caller, TenantId tenant, ConfigKey key, Json value, Predicate<Optional<ConfigEntry>> expected) {
        value.atMost(ConfigEntry.MAX_BYTES, "a configuration value");
        return core.inTenant(tenant, gate.at(caller, tenant), unit -> {
            Standing standing =
                    gate.judge(caller, tenant, unit, Permission.WRITE_CONFIG).toWrite();
            Instant now = core.now();
            ConfigEntry entry = new ConfigEntry(key, value, now);
            Optional<ConfigEntry> before = unit.configs().put(entry);
            check(key, before.map(ConfigEntry::value).orElse(null), value, standing);
            Expectation.check(expected, before);
            Json old = before.map(ConfigEntry::value).orElse(null);
            AuditEntry line = trail.entry(caller, standing, now, AuditAction.CONFIG_SET, key.value(), old, value);
            unit.record(line);
            trail.tell(unit, line, origin -> new ConfigSet(origin, key, old, value));
            return new ConfigChange(entry, before.isEmpty());
        });
    }

    /** Deletes a key, whatever its present value. */
    public void delete(Caller caller, TenantId tenant, ConfigKey key) {
        delete(caller, tenant, key, present -> true);
    }

    /**
     * Deletes a key if its present entry is the expected one.
     *
     * @throws TenancyException {@code config_not_found}, {@code precondition_failed}
     */
    public void delete(Caller caller, TenantId tenant, ConfigKey key, Predicate<ConfigEntry> expected) {
        core.inTenant(tenant, gate.at(caller, tenant), unit -> {
            Standing standing =
                    gate.judge(caller, tenant, unit, Permission.WRITE_CONFIG).toWrite();
            ConfigEntry removed = unit.configs().remove(key).orElseThrow(() -> notFound(key));
            check(key, removed.value(), null, standing);
            Expectation.check(expected, removed);
            AuditEntry line = trail.entry(
                    caller, standing, core.now(), AuditAction.CONFIG_DELETED, key.value(), removed.value(), null);
            unit.record(line);
            trail.tell(unit, line, origin -> new ConfigDeleted(origin, key, removed.value()));
            return removed;
        });
    }

    /** After the write, which tells what was there; a refusal rolls it back. */
    private void check(ConfigKey key, @Nullable Json before, @Nullable Json after, Standing standing) {
        ConfigRule rule = core.rules().get(key);
        if (rule != null) {
            rule.check(before, after, standing.privileged());
        }
    }

    private static TenancyException notFound(ConfigKey key) {
        return new TenancyException(ErrorCode.CONFIG_NOT_FOUND, "The key " + key + " is not set in this tenant.");
    }
}
