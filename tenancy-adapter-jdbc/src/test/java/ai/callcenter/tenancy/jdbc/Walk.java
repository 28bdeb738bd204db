package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.text.Json;
import java.util.Set;

/** Every kind of write that a service does, once: what of its grants is missing shows. */
final class Walk {
    private Walk() {}

    static void through(Scene scene) {
        Tenancy tenancy = Tenancy.on(
                JdbcTenancy.using(scene.database().source(TestPostgres.SERVICE)).store());
        Email newcomer = new Email("newcomer@acme.example");
        TenantId acme = scene.acme();
        Caller.User ana = Caller.user(scene.ana()).in(acme);
        tenancy.members().add(ana, acme, newcomer, Role.VIEWER);
        tenancy.members().changeRole(ana, acme, newcomer, Role.MEMBER);
        // The newcomer takes the account over, and enters.
        var user = tenancy.users().signIn(new Identity("https://idp.example", "newcomer", newcomer, true, "New Comer"));
        tenancy.tenants().switchTo(Caller.user(user), acme);
        tenancy.members().remove(ana, acme, newcomer);
        tenancy.configs().put(ana, acme, new ConfigKey("colour"), Json.string("blue"));
        tenancy.configs().delete(ana, acme, new ConfigKey("colour"));
        tenancy.audit().list(ana, acme, PageRequest.first());
        tenancy.tenants().update(ana, acme, TenantPatch.NOTHING.name(new TenantName("New name")));
        tenancy.tenants().all(Caller.host("walk"), TenantFilter.ALL, PageRequest.first());
        tenancy.users().setPlatformAdmins(Caller.host("walk"), Set.of(new Email("ana@acme.example")));
        tenancy.tenants().create(Caller.user(scene.gus()), NewTenant.named("Other"));
        tenancy.users()
                .signIn(new Identity("https://idp.example", "other", new Email("other@x.example"), true, "Other"));
        tenancy.tenants().switchTo(ana, acme);
        tenancy.tenants().delete(Caller.host("walk"), acme); // nobody's own context helps to clear current tenants
        if (tenancy.users().me(ana).currentTenant() != null) {
            throw new IllegalStateException("a deleted tenant is still a current one");
        }
    }
}
