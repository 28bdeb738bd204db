package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.Tenants;

/** {@code /tenant} and {@code /tenants/{id}}: one tenant. */
final class TenantResource {
    private final Tenancy tenancy;

    TenantResource(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    void register(Routes routes) {
        routes.get("/tenant", Access.USER, this::current);
    }

    private Answer current(Call call) {
        var caller = call.caller();
        return Answer.ok(new TenantJson(tenancy.tenants().get(caller, Tenants.current(caller))));
    }
}
