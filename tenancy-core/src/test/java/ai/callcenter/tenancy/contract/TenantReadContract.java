package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenants;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.member.Seats;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantStatus;
import org.junit.jupiter.api.Test;

/** Reading one tenant and its seats. */
abstract class TenantReadContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);

    TenantReadContract(Harness harness) {
        super(harness);
    }

    @Test
    void aMemberSeesTheTenantWithTheOwnRole() {
        Person vera = memberOf(acme, Role.VIEWER);
        assertThat(tenancy.tenants().get(vera.in(acme), acme.id()))
                .isEqualTo(new Membership(now(acme), Role.VIEWER, false));
    }

    @Test
    void theCurrentTenantIsMarked() {
        tenancy.tenants().switchTo(ana.caller(), acme.id());
        assertThat(tenancy.tenants().get(ana.in(acme), acme.id()).current()).isTrue();
        Tenant other = tenantOf(ana);
        assertThat(tenancy.tenants().get(ana.in(other), other.id()).current()).isFalse();
    }

    @Test
    void anOperatorAndAHostSeeItWithoutARole() {
        Person otto = operator();
        assertThat(tenancy.tenants().get(otto.caller(), acme.id())).isEqualTo(new Membership(acme, null, false));
        assertThat(tenancy.tenants().get(HOST, acme.id())).isEqualTo(new Membership(acme, null, false));
    }

    @Test
    void anOperatorAndAHostSeeADeletedOne() {
        Person otto = operator();
        deleted(acme);
        assertThat(tenancy.tenants().get(otto.caller(), acme.id()).tenant().status())
                .isEqualTo(TenantStatus.DELETED);
        assertThat(tenancy.tenants().get(HOST, acme.id()).tenant().status()).isEqualTo(TenantStatus.DELETED);
    }

    @Test
    void anOperatorWhoIsAMemberKeepsTheRole() {
        Person otto = operator();
        tenancy.members().add(HOST, acme.id(), otto.email(), Role.VIEWER);
        assertThat(tenancy.tenants().get(otto.caller(), acme.id()).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void aTenantThatDoesNotExistIsNotFound() {
        Person otto = operator();
        TenantId unknown = unknownTenant();
        refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.tenants().get(HOST, unknown));
        refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.tenants().get(otto.caller(), unknown));
        refused(
                ErrorCode.ACCESS_REVOKED,
                () -> tenancy.tenants().get(ana.caller().in(unknown), unknown));
        refused(ErrorCode.WRONG_TENANT, () -> tenancy.tenants().get(ana.in(acme), unknown));
    }

    @Test
    void theSeatsAreCounted() {
        memberOf(acme, Role.VIEWER);
        assertThat(tenancy.members().count(ana.in(acme), acme.id()))
                .isEqualTo(new Seats(acme.id(), 2, new SeatLimit(25)));
        limited(acme, 2);
        assertThat(tenancy.members().count(ana.in(acme), acme.id()))
                .isEqualTo(new Seats(acme.id(), 2, new SeatLimit(2)));
    }

    @Test
    void theTenantActedInIsTheCallersOrNone() {
        assertThat(Tenants.current(ana.in(acme))).isEqualTo(acme.id());
        refused(ErrorCode.NO_CURRENT_TENANT, () -> Tenants.current(ana.caller()));
    }
}
