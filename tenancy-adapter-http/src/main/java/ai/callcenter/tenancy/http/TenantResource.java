package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.Tenants;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.member.Seats;
import ai.callcenter.tenancy.tenant.TenantId;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Set;

/** {@code /tenant} and {@code /tenants/{id}}: one tenant. */
final class TenantResource {
    private final Tenancy tenancy;

    TenantResource(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    void register(Routes routes) {
        routes.get("/tenant", Access.USER, call -> get(call, current(call)))
                .patch("/tenant", Access.USER, call -> patch(call, current(call)))
                .get("/tenant/users/count", Access.USER, this::count)
                .get("/tenants/{id}", Access.USER, call -> get(call, call.tenant()))
                .patch("/tenants/{id}", Access.USER, call -> patch(call, call.tenant()))
                .delete("/tenants/{id}", Access.USER, this::delete);
    }

    private static TenantId current(Call call) {
        return Tenants.current(call.caller());
    }

    private Answer get(Call call, TenantId id) {
        call.query(Set.of());
        return call.tagged(new TenantJson(tenancy.tenants().get(call.caller(), id)));
    }

    private Answer count(Call call) {
        call.query(Set.of());
        return Answer.ok(new SeatsJson(tenancy.members().count(call.caller(), current(call))));
    }

    private Answer patch(Call call, TenantId id) {
        call.query(Set.of());
        Conditions conditions = call.conditions();
        Membership patched = TenantPatchJson.read(call.body())
                .apply(tenancy.tenants(), call.caller(), id, present -> conditions.allow(new TenantJson(present)));
        return Call.changed(new TenantJson(patched));
    }

    private Answer delete(Call call) {
        call.query(Set.of());
        Conditions conditions = call.conditions();
        tenancy.tenants().delete(call.caller(), call.tenant(), present -> conditions.allow(new TenantJson(present)));
        return Answer.noContent();
    }

    /** How full a tenant is. */
    private record SeatsJson(Seats seats) implements JsonBody {
        @Override
        public void writeTo(JsonGenerator out) throws IOException {
            out.writeStartObject();
            JsonBody.text(out, "tenant_id", seats.tenant());
            out.writeNumberField("count", seats.taken());
            out.writeNumberField("max_users", seats.limit().value());
            out.writeEndObject();
        }
    }
}
