package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Configs;
import ai.callcenter.tenancy.config.ConfigChange;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code /tenants/{id}/configs}: configuration of a tenant. */
final class ConfigResource {
    private static final Set<String> PARAMETERS = Set.of(Paging.LIMIT, Paging.CURSOR);

    private final Configs configs;

    ConfigResource(Configs configs) {
        this.configs = configs;
    }

    void register(Routes routes) {
        routes.get("/tenants/{id}/configs", Access.USER, this::list)
                .get("/tenants/{id}/configs/{key}", Access.USER, this::get)
                .put("/tenants/{id}/configs/{key}", Access.USER, this::put)
                .delete("/tenants/{id}/configs/{key}", Access.USER, this::delete);
    }

    private Answer list(Call call) {
        TenantId tenant = call.tenant();
        Paging paging = call.paging(call.query(PARAMETERS));
        return paging.answer(configs.list(call.caller(), tenant, paging.request()), ConfigJson::new);
    }

    private Answer get(Call call) {
        TenantId tenant = call.tenant();
        call.query(Set.of());
        return call.tagged(new ConfigJson(configs.get(call.caller(), tenant, call.key())));
    }

    private Answer put(Call call) {
        TenantId tenant = call.tenant();
        ConfigKey key = call.key();
        call.query(Set.of());
        Conditions conditions = call.conditions();
        Fields in = call.body();
        Json value = in.required(
                "value", JsonType.json(json -> json.atMost(ConfigEntry.MAX_BYTES, "a configuration value")));
        in.check();
        ConfigChange change = configs.put(
                call.caller(),
                tenant,
                key,
                value,
                present -> conditions.allow(present.map(ConfigJson::new).orElse(null)));
        ConfigJson entry = new ConfigJson(change.entry());
        return change.created() ? call.created("/tenants/" + tenant + "/configs/" + key, entry) : Call.changed(entry);
    }

    private Answer delete(Call call) {
        TenantId tenant = call.tenant();
        ConfigKey key = call.key();
        call.query(Set.of());
        Conditions conditions = call.conditions();
        configs.delete(call.caller(), tenant, key, present -> conditions.allow(new ConfigJson(present)));
        return Answer.noContent();
    }

    /** One setting. */
    private record ConfigJson(ConfigEntry entry) implements JsonBody {
        @Override
        public void writeTo(JsonGenerator out) throws IOException {
            out.writeStartObject();
            JsonBody.text(out, "key", entry.key());
            JsonBody.json(out, "value", entry.value().text());
            JsonBody.time(out, "updated_at", entry.updatedAt());
            out.writeEndObject();
        }
    }
}
