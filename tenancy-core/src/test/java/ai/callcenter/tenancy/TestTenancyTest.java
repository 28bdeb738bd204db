package ai.callcenter.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.memory.InMemoryTenancy;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.testing.RecordedEvents;
import ai.callcenter.tenancy.testing.TestTenancy;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The fixtures that hosts test with, over the store in memory; the jdbc adapter runs this too. */
public class TestTenancyTest {
    private final TestTenancy test = create();

    /** A fresh one; its store may keep what other tests made. */
    protected TestTenancy create() {
        return TestTenancy.create();
    }

    @Test
    void aTenantIsMadeInALine() {
        TenantId acme = test.tenant("Acme")
                .admin("ana@acme.example")
                .member("bo@acme.example")
                .viewer("vic@acme.example")
                .seats(3)
                .suspended()
                .id();
        Tenant tenant = test.tenancy().tenants().get(Caller.host("test"), acme).tenant();
        assertThat(tenant.status()).isEqualTo(TenantStatus.SUSPENDED);
        assertThat(tenant.maxUsers().value()).isEqualTo(3);
        assertThat(test.tenancy()
                        .members()
                        .list(Caller.host("test"), acme, MemberFilter.ALL, PageRequest.first())
                        .items())
                .extracting(Member::email, Member::role)
                .containsExactly(
                        tuple(new Email("ana@acme.example"), Role.ADMIN),
                        tuple(new Email("bo@acme.example"), Role.MEMBER),
                        tuple(new Email("vic@acme.example"), Role.VIEWER));
    }

    @Test
    void whatARuleRefusesIsRefusedHereToo() {
        var full = test.tenant("Full").seats(1).admin("ana@full.example");
        assertThatThrownBy(() -> full.member("bo@full.example")).isInstanceOf(TenancyException.class);
        assertThat(full.deleted().now().status()).isEqualTo(TenantStatus.DELETED);
    }

    @Test
    void aCallerIsTheMemberOrAStranger() {
        TenantId acme = test.tenant("Acme").admin("ana@callers.example").id();
        Caller.User ana = test.caller("Ana@callers.example", acme);
        assertThat(test.caller("ana@callers.example", acme)).isEqualTo(ana);
        assertThat(test.tenancy().tenants().get(ana, acme).role()).isEqualTo(Role.ADMIN);
        Caller.User eve = test.caller("eve@callers.example", acme);
        assertThatThrownBy(() -> test.tenancy().tenants().get(eve, acme)).isInstanceOf(TenancyException.class);
    }

    @Test
    void theClockIsTheTests() {
        Instant then = Instant.parse("2030-01-01T00:00:00Z");
        test.clock().set(then);
        var acme = test.tenant("Acme");
        test.clock().move(Duration.ofHours(1));
        acme.admin("ana@clock.example");
        assertThat(test.trail(acme.id()))
                .extracting(AuditEntry::action, AuditEntry::at)
                .containsExactly(
                        tuple(AuditAction.MEMBER_ADDED, then.plusSeconds(3600)),
                        tuple(AuditAction.TENANT_CREATED, then));
    }

    @Test
    void recordsWhatIsCommitted() {
        test.tenant("Before");
        try (RecordedEvents events = test.record()) {
            TenantId acme =
                    test.tenant("Acme").seats(1).admin("ana@events.example").id();
            assertThatThrownBy(() -> test.tenancy()
                            .members()
                            .add(Caller.host("test"), acme, new Email("bo@events.example"), Role.MEMBER))
                    .isInstanceOf(TenancyException.class);
            assertThat(events.all())
                    .extracting(TenancyEvent::name, TenancyEvent::tenantId)
                    .containsExactly(
                            tuple("tenant.created", acme), tuple("tenant.updated", acme), tuple("member.added", acme));
            assertThat(events.all()).hasSize(3);
        }
    }

    @Test
    void aHostsTenancyKeepsItsClock() {
        TestTenancy hosts = TestTenancy.over(InMemoryTenancy.create().tenancy());
        assertThat(hosts.tenant("Acme").now().name().value()).isEqualTo("Acme");
        assertThatIllegalStateException().isThrownBy(hosts::clock).withMessageContaining("TestTenancy.on(store)");
    }
}
