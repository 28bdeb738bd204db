package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.session.Switched;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Making a tenant one's current one. */
abstract class SwitchingContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);

    SwitchingContract(Harness harness) {
        super(harness);
    }

    @Test
    void aMemberSwitchesAndItIsKept() {
        Person vera = memberOf(acme, Role.VIEWER);
        Switched switched = tenancy.tenants().switchTo(vera.caller(), acme.id());
        assertThat(switched.tenant()).isEqualTo(now(acme));
        assertThat(switched.role()).isEqualTo(Role.VIEWER);
        assertThat(switched.user().id()).isEqualTo(vera.id());
        assertThat(tenancy.users().me(vera.caller()).currentTenant()).isEqualTo(acme.id());
        recorded(acme, vera.caller(), vera.as(Actor.Kind.USER), AuditAction.TENANT_SWITCHED, vera.email(), null, null);
    }

    @Test
    void theTenantActedInNowDoesNotMatter() {
        Tenant other = tenantOf(ana);
        tenancy.tenants().switchTo(ana.in(acme), other.id());
        assertThat(tenancy.users().me(ana.caller()).currentTenant()).isEqualTo(other.id());
        tenancy.tenants().switchTo(ana.in(other), acme.id());
        tenancy.tenants().switchTo(ana.in(acme), acme.id());
        assertThat(tenancy.users().me(ana.caller()).currentTenant()).isEqualTo(acme.id());
        tenancy.tenants().switchTo(ana.caller().in(unknownTenant()), other.id());
        assertThat(tenancy.users().me(ana.caller()).currentTenant()).isEqualTo(other.id());
    }

    @Test
    void oneTenantAtATimeIsTheCurrentOne() {
        Tenant other = tenantOf(ana);
        tenancy.tenants().switchTo(ana.caller(), acme.id());
        assertThat(currentOf(ana, acme, other)).containsExactly(true, false);
        tenancy.tenants().switchTo(ana.caller(), other.id());
        assertThat(currentOf(ana, acme, other)).containsExactly(false, true);
        tenancy.tenants().delete(ana.in(other), other.id());
        assertThat(currentOf(ana, acme, other)).containsExactly(false, false);
    }

    private List<Boolean> currentOf(Person person, Tenant... tenants) {
        return Stream.of(tenants)
                .map(tenant -> store.read(tenant.id(), person.id()).access().member())
                .map(member -> member != null && member.current())
                .toList();
    }

    @Test
    void anothersTenantAndNoTenantAnswerAlike() {
        Person bob = person("Bob");
        TenantId unknown = unknownTenant();
        refused(ErrorCode.TENANT_NOT_FOUND, acme, () -> tenancy.tenants().switchTo(bob.caller(), acme.id()));
        assertThat(refusal(bob.caller(), acme.id())).isEqualTo(refusal(bob.caller(), unknown));
        assertThat(tenancy.users().me(bob.caller()).currentTenant()).isNull();
    }

    private String refusal(Caller.User caller, TenantId id) {
        var refusal = catchThrowableOfType(
                TenancyException.class, () -> tenancy.tenants().switchTo(caller, id));
        return refusal.code() + " " + refusal.detail();
    }

    @Test
    void anOperatorEntersOnlyAsAMember() {
        Person otto = operator();
        refused(ErrorCode.TENANT_NOT_FOUND, acme, () -> tenancy.tenants().switchTo(otto.caller(), acme.id()));
        tenancy.members().add(HOST, acme.id(), otto.email(), Role.MEMBER);
        assertThat(tenancy.tenants().switchTo(otto.caller(), acme.id()).role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void aSuspendedTenantIsNotEntered() {
        suspended(acme);
        refused(ErrorCode.TENANT_SUSPENDED, acme, () -> tenancy.tenants().switchTo(ana.caller(), acme.id()));
        Person bob = person("Bob");
        refused(ErrorCode.TENANT_NOT_FOUND, acme, () -> tenancy.tenants().switchTo(bob.caller(), acme.id()));
    }

    @Test
    void whoWasRemovedDoesNotComeBack() {
        Person vera = memberOf(acme, Role.VIEWER);
        tenancy.tenants().switchTo(vera.caller(), acme.id());
        tenancy.members().remove(ana.in(acme), acme.id(), vera.email());
        refused(ErrorCode.TENANT_NOT_FOUND, acme, () -> tenancy.tenants().switchTo(vera.in(acme), acme.id()));
        assertThat(tenancy.users().me(vera.caller()).currentTenant()).isNull();
    }

    @Test
    void anUnknownUserFindsNothing() {
        Caller.User nobody = Caller.user(new UserId(UUID.randomUUID()));
        refused(ErrorCode.TENANT_NOT_FOUND, acme, () -> tenancy.tenants().switchTo(nobody, acme.id()));
    }
}
