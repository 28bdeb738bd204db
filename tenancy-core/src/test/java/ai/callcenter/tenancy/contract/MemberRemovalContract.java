package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import org.junit.jupiter.api.Test;

/** Removing members, and leaving. */
abstract class MemberRemovalContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final Person vera = memberOf(acme, Role.VIEWER);

    MemberRemovalContract(Harness harness) {
        super(harness);
    }

    @Test
    void anAdminRemoves() {
        tenancy.members().remove(ana.in(acme), acme.id(), vera.email());
        assertThat(members(acme)).extracting(Member::user).containsExactly(ana.id());
        assertThat(now(acme).userCount()).isEqualTo(1);
        recorded(
                acme,
                ana.in(acme),
                ana.as(Actor.Kind.USER),
                AuditAction.MEMBER_REMOVED,
                vera.email(),
                "{\"role\":\"viewer\"}",
                null);
    }

    @Test
    void accessEndsWithTheNextCall() {
        tenancy.tenants().switchTo(vera.caller(), acme.id());
        tenancy.members().remove(ana.in(acme), acme.id(), vera.email());
        refused(ErrorCode.ACCESS_REVOKED, () -> tenancy.tenants().get(vera.in(acme), acme.id()));
        assertThat(tenancy.users().me(vera.caller()).currentTenant()).isNull();
        assertThat(tenancy.tenants().mine(vera.in(acme), TenantFilter.ALL, ALL).items())
                .isEmpty();
    }

    @Test
    void otherTenantsStayAsTheyAre() {
        Tenant other = tenantOf(vera);
        tenancy.tenants().switchTo(vera.caller(), other.id());
        tenancy.members().remove(ana.in(acme), acme.id(), vera.email());
        assertThat(tenancy.users().me(vera.caller()).currentTenant()).isEqualTo(other.id());
        assertThat(tenancy.tenants().mine(vera.caller(), TenantFilter.ALL, ALL).items())
                .containsExactly(new Membership(other, Role.ADMIN, true));
    }

    @Test
    void everybodyMayLeave() {
        for (Role role : Role.values()) {
            Person person = memberOf(acme, role);
            tenancy.members().remove(person.in(acme), acme.id(), person.email());
            recorded(
                    acme,
                    person.in(acme),
                    person.as(Actor.Kind.USER),
                    AuditAction.MEMBER_LEFT,
                    person.email(),
                    "{\"role\":\"" + role.wire() + "\"}",
                    null);
            refused(
                    ErrorCode.ACCESS_REVOKED,
                    acme,
                    () -> tenancy.members().remove(person.in(acme), acme.id(), person.email()));
        }
    }

    @Test
    void anOperatorWhoIsAMemberLeaves() {
        Person otto = operator();
        tenancy.members().add(HOST, acme.id(), otto.email(), Role.VIEWER);
        tenancy.members().remove(otto.caller(), acme.id(), otto.email());
        recorded(
                acme,
                otto.caller(),
                otto.as(Actor.Kind.OPERATOR),
                AuditAction.MEMBER_LEFT,
                otto.email(),
                "{\"role\":\"viewer\"}",
                null);
        refused(
                ErrorCode.MEMBER_NOT_FOUND,
                acme,
                () -> tenancy.members().remove(otto.caller(), acme.id(), otto.email()));
    }

    @Test
    void theLastAdminStays() {
        refused(ErrorCode.LAST_ADMIN, acme, () -> tenancy.members().remove(ana.in(acme), acme.id(), ana.email()));
        refused(ErrorCode.LAST_ADMIN, acme, () -> tenancy.members().remove(HOST, acme.id(), ana.email()));
        Person second = memberOf(acme, Role.ADMIN);
        tenancy.members().remove(ana.in(acme), acme.id(), ana.email());
        refused(ErrorCode.LAST_ADMIN, acme, () -> tenancy.members().remove(second.in(acme), acme.id(), second.email()));
    }

    @Test
    void whoIsNoMemberIsNotFound() {
        Person stranger = person("Stranger");
        refused(
                ErrorCode.MEMBER_NOT_FOUND,
                acme,
                () -> tenancy.members().remove(ana.in(acme), acme.id(), stranger.email()));
        refused(
                ErrorCode.MEMBER_NOT_FOUND,
                acme,
                () -> tenancy.members().remove(ana.in(acme), acme.id(), email("nobody")));
        refused(ErrorCode.MEMBER_NOT_FOUND, () -> tenancy.members().get(ana.in(acme), acme.id(), stranger.email()));
    }

    @Test
    void anExpectationThatFailsLeavesNoTrace() {
        tenancy.tenants().switchTo(vera.caller(), acme.id());
        Member read = tenancy.members().get(ana.in(acme), acme.id(), vera.email());
        tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.MEMBER);
        refused(
                ErrorCode.PRECONDITION_FAILED,
                acme,
                () -> tenancy.members().remove(ana.in(acme), acme.id(), vera.email(), read::equals));
        assertThat(tenancy.users().me(vera.caller()).currentTenant()).isEqualTo(acme.id());
        Member again = tenancy.members().get(ana.in(acme), acme.id(), vera.email());
        tenancy.members().remove(ana.in(acme), acme.id(), vera.email(), again::equals);
        assertThat(now(acme).userCount()).isEqualTo(1);
    }

    @Test
    void whoWasRemovedCanBeAddedAgain() {
        tenancy.members().remove(ana.in(acme), acme.id(), vera.email());
        tenancy.members().add(ana.in(acme), acme.id(), vera.email(), Role.MEMBER);
        assertThat(tenancy.tenants().get(vera.in(acme), acme.id()).role()).isEqualTo(Role.MEMBER);
    }

    @Test
    void theTenantMustExist() {
        refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.members().remove(HOST, unknownTenant(), ana.email()));
    }
}
