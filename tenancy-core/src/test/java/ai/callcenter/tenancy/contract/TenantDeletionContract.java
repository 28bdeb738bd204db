package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Deleting a tenant: it stays for the record, and for nobody else. */
abstract class TenantDeletionContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final Person vera = memberOf(acme, Role.VIEWER);

    TenantDeletionContract(Harness harness) {
        super(harness);
    }

    @Test
    void anAdminDeletes() {
        clock.move(Duration.ofMinutes(1));
        tenancy.tenants().delete(ana.in(acme), acme.id());
        Tenant gone = now(acme);
        assertThat(gone.status()).isEqualTo(TenantStatus.DELETED);
        assertThat(gone.updatedAt()).isEqualTo(now());
        assertThat(gone.userCount()).isEqualTo(2);
        recorded(
                acme,
                ana.in(acme),
                ana.as(Actor.Kind.USER),
                AuditAction.TENANT_DELETED,
                acme.id(),
                "{\"name\":\"" + acme.name() + "\",\"domain\":null,\"description\":null,\"max_users\":25,"
                        + "\"status\":\"active\",\"metadata\":{}}",
                null);
    }

    @Test
    void itsMembersKeepTheirAccountsAndOtherTenants() {
        Tenant other = tenantOf(ana);
        tenancy.tenants().switchTo(ana.caller(), other.id());
        tenancy.tenants().switchTo(vera.caller(), acme.id());

        deleted(acme);

        assertThat(tenancy.users().me(ana.caller()).currentTenant()).isEqualTo(other.id());
        assertThat(tenancy.users().me(vera.caller()).currentTenant()).isNull();
        assertThat(tenancy.tenants().mine(ana.caller(), TenantFilter.ALL, ALL).items())
                .extracting(Membership::tenant)
                .containsExactly(other);
        assertThat(tenancy.tenants().mine(vera.caller(), TenantFilter.ALL, ALL).items())
                .isEmpty();
    }

    @Test
    void nobodyEntersItOrActsInIt() {
        deleted(acme);
        refused(ErrorCode.TENANT_NOT_FOUND, acme, () -> tenancy.tenants().switchTo(ana.caller(), acme.id()));
        refused(ErrorCode.ACCESS_REVOKED, () -> tenancy.tenants().get(ana.in(acme), acme.id()));
        refused(ErrorCode.ACCESS_REVOKED, acme, () -> tenancy.members().remove(vera.in(acme), acme.id(), vera.email()));
    }

    @Test
    void nothingInItChanges() {
        deleted(acme);
        TenantPatch rename = TenantPatch.NOTHING.name(new TenantName("New"));
        TenantPatch revive = TenantPatch.NOTHING.status(TenantStatus.ACTIVE);
        ConfigKey key = new ConfigKey("key");
        refused(ErrorCode.TENANT_DELETED, acme, () -> tenancy.tenants().delete(HOST, acme.id()));
        refused(ErrorCode.TENANT_DELETED, acme, () -> changed(acme, rename));
        refused(ErrorCode.TENANT_DELETED, acme, () -> changed(acme, revive));
        refused(
                ErrorCode.TENANT_DELETED,
                acme,
                () -> tenancy.members().add(HOST, acme.id(), email("late"), Role.VIEWER));
        refused(
                ErrorCode.TENANT_DELETED,
                acme,
                () -> tenancy.members().changeRole(HOST, acme.id(), vera.email(), Role.ADMIN));
        refused(ErrorCode.TENANT_DELETED, acme, () -> tenancy.members().remove(HOST, acme.id(), vera.email()));
        refused(ErrorCode.TENANT_DELETED, acme, () -> tenancy.configs().put(HOST, acme.id(), key, Json.string("late")));
        refused(ErrorCode.TENANT_DELETED, acme, () -> tenancy.configs().delete(HOST, acme.id(), key));
    }

    @Test
    void anExpectationThatFailsLeavesNoTrace() {
        Membership read = tenancy.tenants().get(ana.in(acme), acme.id());
        memberOf(acme, Role.MEMBER);
        refused(
                ErrorCode.PRECONDITION_FAILED,
                acme,
                () -> tenancy.tenants().delete(ana.in(acme), acme.id(), read::equals));
        Membership again = tenancy.tenants().get(ana.in(acme), acme.id());
        tenancy.tenants().delete(ana.in(acme), acme.id(), again::equals);
        assertThat(now(acme).status()).isEqualTo(TenantStatus.DELETED);
    }

    @Test
    void aTenantThatDoesNotExistIsNotFound() {
        refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.tenants().delete(HOST, unknownTenant()));
    }
}
