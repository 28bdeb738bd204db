package ai.callcenter.tenancy.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoDataTest {
    private static final Caller.Host HOST = Caller.host("test");

    private final InMemoryStore store = new InMemoryStore();
    private final Tenancy tenancy = Tenancy.on(store);
    private final DemoData demo = new DemoData(store, Clock.systemUTC());

    @Test
    void hasMembersOfEachRoleInEachTenant() {
        demo.load();

        assertThat(tenants()).hasSize(3).allSatisfy(tenant -> {
            assertThat(tenant.domain()).isNotNull();
            List<Member> members = members(tenant);
            assertThat(members).extracting(Member::role).contains(Role.ADMIN, Role.MEMBER, Role.VIEWER);
            assertThat(tenant.userCount()).isEqualTo(members.size());
        });
        assertThat(tenants())
                .filteredOn(t -> t.status() == TenantStatus.SUSPENDED)
                .hasSize(1);
        assertThat(tenants())
                .filteredOn(t -> t.maxUsers().value() - t.userCount() == 1)
                .hasSize(1);
        assertThat(tenants())
                .filteredOn(t -> members(t).stream().anyMatch(m -> m.email().equals(new Email("ana@acme.example"))))
                .hasSize(2);
    }

    @Test
    void hasATrailThatTellsHowItCameToBe() {
        demo.load();

        assertThat(tenants()).allSatisfy(tenant -> {
            List<AuditEntry> trail = tenancy.audit()
                    .list(HOST, tenant.id(), PageRequest.first(50))
                    .items();
            assertThat(trail).hasSize(1 + tenant.userCount());
            assertThat(trail.getLast().action()).isEqualTo(AuditAction.TENANT_CREATED);
            assertThat(trail.subList(0, trail.size() - 1))
                    .extracting(AuditEntry::action)
                    .containsOnly(AuditAction.MEMBER_ADDED);
        });
    }

    @Test
    void isNeverMadeTwiceAndNeverChangesWhatSomebodyDid() {
        demo.load();
        Tenant acme = named("Acme Support");
        Tenant globex = named("Globex Telesales");
        tenancy.tenants().delete(HOST, acme.id());
        tenancy.members().remove(HOST, globex.id(), new Email("mia@globex.example"));

        assertThat(demo.load()).allMatch(line -> line.endsWith("(left as it was)"));

        assertThat(tenancy.tenants().get(HOST, acme.id()).tenant().status()).isEqualTo(TenantStatus.DELETED);
        assertThat(members(globex)).extracting(Member::email).doesNotContain(new Email("mia@globex.example"));
        assertThat(tenants()).hasSize(3);
    }

    @Test
    void leavesADomainToWhoHasIt() {
        tenancy.tenants().create(HOST, NewTenant.named("Somebody").withDomain("acme.example"));

        assertThat(demo.load().getFirst()).endsWith("(left as it was)");

        assertThat(tenants())
                .extracting(t -> t.name().value())
                .containsExactlyInAnyOrder("Somebody", "Globex Telesales", "Initech Helpdesk");
    }

    private Tenant named(String name) {
        return tenants().stream()
                .filter(t -> t.name().value().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Tenant> tenants() {
        return tenancy.tenants()
                .all(HOST, TenantFilter.ALL, PageRequest.first(50))
                .items();
    }

    private List<Member> members(Tenant tenant) {
        return tenancy.members()
                .list(HOST, tenant.id(), MemberFilter.ALL, PageRequest.first(50))
                .items();
    }
}
