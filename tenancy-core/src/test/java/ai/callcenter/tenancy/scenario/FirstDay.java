package ai.callcenter.tenancy.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.session.Switched;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.text.Json;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Ana's first day with her call center: arrive, sign in, create, add, switch, be refused, remove. */
public final class FirstDay {
    private static final PageRequest PAGE = PageRequest.first();
    private static final ConfigKey GREETING = new ConfigKey("ivr.greeting");

    private final Tenancy tenancy;
    private final String domain = UUID.randomUUID() + ".example";
    private final Email anasEmail = new Email("ana@" + domain);
    private final Email bobsEmail = new Email("bob@" + domain);

    private FirstDay(TenancyStore store) {
        this.tenancy = Tenancy.on(store);
    }

    /** Lives through it on a store. */
    public static void on(TenancyStore store) {
        new FirstDay(store).live();
    }

    private void live() {
        // Ana arrives. Her identity provider vouches for her, and that is all it takes.
        Caller.User ana = arrive(anasEmail, "Ana");
        assertThat(tenancy.tenants().mine(ana, TenantFilter.ALL, PAGE).items()).isEmpty();

        // She makes a tenant for her company and is its first admin. She acts in it once she has switched to it.
        TenantId acme = tenancy.tenants()
                .create(ana, NewTenant.named("Acme Support").withDomain(domain))
                .tenant()
                .id();
        ana = enter(ana, acme);
        tenancy.configs().put(ana, acme, GREETING, Json.string("Welcome to Acme"));

        // She adds Bob, who has never been here. All she learns is that he is a member now.
        Member added = tenancy.members().add(ana, acme, bobsEmail, Role.VIEWER);
        assertThat(added.name()).isNull();
        assertThat(tenancy.members().count(ana, acme).taken()).isEqualTo(2);

        // Bob arrives, finds the tenant waiting, and enters. Now his colleagues see his name.
        Caller.User bob = enter(arrive(bobsEmail, "Bob"), acme);
        assertThat(members(bob, acme)).extracting(Member::name).containsExactly("Ana", "Bob");

        // A viewer looks, and touches nothing.
        Caller.User viewer = bob;
        refused("insufficient_role", () -> tenancy.configs().get(viewer, acme, GREETING));
        refused("insufficient_role", () -> tenancy.members().remove(viewer, acme, anasEmail));

        // Ana gives him more to do; it counts at once, in the session that he has open.
        tenancy.members().changeRole(ana, acme, bobsEmail, Role.MEMBER);
        assertThat(tenancy.configs().get(bob, acme, GREETING).value()).isEqualTo(Json.string("Welcome to Acme"));

        // Bob moonlights for another company. In that session Acme is out of reach, and the other way round.
        TenantId globex = tenancy.tenants()
                .create(bob, NewTenant.named("Globex"))
                .tenant()
                .id();
        Caller.User moonlighting = enter(bob, globex);
        Caller.User boss = ana;
        refused("wrong_tenant", () -> tenancy.configs().get(moonlighting, acme, GREETING));
        refused("wrong_tenant", () -> tenancy.tenants().get(boss, globex));
        refused("tenant_not_found", () -> tenancy.tenants().switchTo(boss, globex));

        // That does not go down well. His access to Acme ends with the next request; his own tenant is still his.
        tenancy.members().remove(ana, acme, bobsEmail);
        refused("access_revoked", () -> tenancy.tenants().get(viewer, acme));
        refused("tenant_not_found", () -> tenancy.tenants().switchTo(viewer, acme));
        assertThat(tenancy.tenants().mine(bob, TenantFilter.ALL, PAGE).items())
                .extracting(membership -> membership.tenant().id())
                .containsExactly(globex);

        // Ana would like to go home, but somebody has to mind the shop.
        refused("last_admin", () -> tenancy.members().remove(boss, acme, anasEmail));

        // All of it, and none of what was refused, is on record.
        assertThat(trail(ana, acme))
                .containsExactly(
                        "tenant.created",
                        "member.added",
                        "tenant.switched",
                        "config.set",
                        "member.added",
                        "tenant.switched",
                        "member.role_changed",
                        "member.removed");
    }

    private Caller.User arrive(Email email, String name) {
        return Caller.user(tenancy.users()
                .signIn(new Identity("https://idp.example", UUID.randomUUID().toString(), email, true, name)));
    }

    private Caller.User enter(Caller.User user, TenantId tenant) {
        Switched switched = tenancy.tenants().switchTo(user, tenant);
        return user.in(switched.tenant().id());
    }

    private List<Member> members(Caller caller, TenantId tenant) {
        return tenancy.members().list(caller, tenant, MemberFilter.ALL, PAGE).items();
    }

    private List<String> trail(Caller caller, TenantId tenant) {
        List<AuditEntry> lines = tenancy.audit().list(caller, tenant, PAGE).items();
        return lines.reversed().stream().map(line -> line.action().wire()).toList();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code().wire()).isEqualTo(code));
    }
}
