package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.AuditTrail;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /tenants/{id}/audit}: who did what in a tenant, newest first. */
final class AuditResource {
    private static final Set<String> PARAMETERS = Set.of(Paging.LIMIT, Paging.CURSOR);

    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    void register(Routes routes) {
        routes.get("/tenants/{id}/audit", Access.USER, this::list);
    }

    private Answer list(Call call) {
        TenantId tenant = call.tenant();
        Paging paging = call.paging(call.query(PARAMETERS));
        return paging.answer(trail.list(call.caller(), tenant, paging.request()), EntryJson::new);
    }

    /** One line of the trail. */
    private record EntryJson(AuditEntry entry) implements JsonBody {
        @Override
        public void writeTo(JsonGenerator out) throws IOException {
            Actor actor = entry.actor();
            out.writeStartObject();
            JsonBody.text(out, "id", entry.id());
            JsonBody.text(out, "tenant_id", entry.tenant());
            JsonBody.time(out, "at", entry.at());
            out.writeObjectFieldStart("actor");
            JsonBody.text(out, "kind", actor.kind().wire());
            JsonBody.text(out, "user_id", actor.user());
            JsonBody.text(out, "name", actor.name());
            out.writeEndObject();
            JsonBody.text(out, "action", entry.action().wire());
            JsonBody.text(out, "subject", entry.subject());
            json(out, "before", entry.before());
            json(out, "after", entry.after());
            JsonBody.text(out, "request_id", entry.requestId());
            out.writeEndObject();
        }

        private static void json(JsonGenerator out, String name, @Nullable Json value) throws IOException {
            JsonBody.json(out, name, value == null ? "null" : value.text());
        }
    }
}
