package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import org.junit.jupiter.api.Test;

/** Entering a tenant, as an application's own requests do: members and nobody else. */
abstract class EnteringContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);

    EnteringContract(Harness harness) {
        super(harness);
    }

    @Test
    void aMemberEntersInTheOwnRole() {
        for (Role role : Role.values()) {
            Person member = memberOf(acme, role);
            assertThat(tenancy.tenants().enter(member.in(acme), acme.id()))
                    .isEqualTo(new Membership(now(acme), role, false));
        }
    }

    @Test
    void whoIsRemovedDoesNotEnterAgain() {
        Person vera = memberOf(acme, Role.VIEWER);
        tenancy.tenants().enter(vera.in(acme), acme.id());
        tenancy.members().remove(HOST, acme.id(), vera.email());
        refused(ErrorCode.ACCESS_REVOKED, acme, () -> tenancy.tenants().enter(vera.in(acme), acme.id()));
    }

    @Test
    void aStrangerIsToldTheSameWhetherThereIsSuchATenantOrNot() {
        Person bob = person("Bob");
        TenantId unknown = unknownTenant();
        refused(ErrorCode.ACCESS_REVOKED, () -> tenancy.tenants().enter(bob.in(acme), acme.id()));
        refused(
                ErrorCode.ACCESS_REVOKED,
                () -> tenancy.tenants().enter(bob.caller().in(unknown), unknown));
        suspended(acme);
        refused(ErrorCode.ACCESS_REVOKED, () -> tenancy.tenants().enter(bob.in(acme), acme.id()));
    }

    @Test
    void whoActsInAnotherTenantDoesNotEnterThisOne() {
        Tenant other = tenantOf(ana);
        refused(ErrorCode.WRONG_TENANT, () -> tenancy.tenants().enter(ana.in(other), acme.id()));
        refused(ErrorCode.WRONG_TENANT, () -> tenancy.tenants().enter(ana.caller(), acme.id()));
    }

    @Test
    void anOperatorEntersAsAMemberOrNotAtAll() {
        Person otto = operator();
        refused(ErrorCode.ACCESS_REVOKED, () -> tenancy.tenants().enter(otto.in(acme), acme.id()));
        refused(ErrorCode.WRONG_TENANT, () -> tenancy.tenants().enter(otto.caller(), acme.id()));
        tenancy.members().add(HOST, acme.id(), otto.email(), Role.VIEWER);
        assertThat(tenancy.tenants().enter(otto.in(acme), acme.id()).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void nobodyEntersASuspendedTenantUntilItIsReactivated() {
        suspended(acme);
        refused(ErrorCode.TENANT_SUSPENDED, () -> tenancy.tenants().enter(ana.in(acme), acme.id()));
        changed(acme, TenantPatch.NOTHING.status(TenantStatus.ACTIVE));
        assertThat(tenancy.tenants().enter(ana.in(acme), acme.id()).role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void nobodyEntersADeletedTenant() {
        deleted(acme);
        refused(ErrorCode.ACCESS_REVOKED, () -> tenancy.tenants().enter(ana.in(acme), acme.id()));
    }

    @Test
    void whoHasSignedOutEntersWithANewProofAlone() {
        tenancy.sessions().signOut(ana.in(acme).since(now()));
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.tenants().enter(ana.in(acme).since(now()), acme.id()));
        assertThat(tenancy.tenants().enter(ana.in(acme).since(now().plusSeconds(1)), acme.id()))
                .isNotNull();
    }
}
