package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.util.Set;

/** Two tenants with an admin, a member and a setting each, and ids that probes name. Ana is in the first one only. */
record Scene(TestPostgres database, TenantId acme, TenantId globex, UserId ana, UserId gus) {
    static Scene create() {
        TestPostgres database = TestPostgres.create();
        try (JdbcTenancy jdbc = JdbcTenancy.open(database.config().withPoolSize(1))) {
            Tenancy tenancy = Tenancy.on(jdbc.store());
            UserId ana = signIn(tenancy, "ana@acme.example");
            UserId gus = signIn(tenancy, "gus@globex.example");
            TenantId acme = office(tenancy, ana, "Acme", "max@acme.example");
            TenantId globex = office(tenancy, gus, "Globex", "mia@globex.example");
            tenancy.users().setPlatformAdmins(Caller.host("scene"), Set.of(new Email("root@platform.example")));
            return new Scene(database, acme, globex, ana, gus);
        }
    }

    /** The same scene in a copy of its database. */
    Scene in(TestPostgres copy) {
        return new Scene(copy, acme, globex, ana, gus);
    }

    private static UserId signIn(Tenancy tenancy, String email) {
        return tenancy.users().signIn(new Identity("https://idp.example", email, new Email(email), true, null));
    }

    private static TenantId office(Tenancy tenancy, UserId admin, String name, String member) {
        NewTenant wanted = NewTenant.named(name);
        TenantId id =
                tenancy.tenants().create(Caller.user(admin), wanted).tenant().id();
        Caller caller = Caller.user(admin).in(id);
        tenancy.members().add(caller, id, new Email(member), Role.MEMBER);
        tenancy.configs().put(caller, id, new ConfigKey("colour"), Json.string(name));
        return id;
    }

    /** SQL with the scene's ids in the place of their names. */
    String sql(String text) {
        return text.replace("ACME", "'" + acme + "'")
                .replace("GLOBEX", "'" + globex + "'")
                .replace("ANA", "'" + ana + "'")
                .replace("GUS", "'" + gus + "'");
    }
}
