package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.text.Json;
import org.junit.jupiter.api.Test;

/** Changing a member's role. */
abstract class MemberRoleContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final Person vera = memberOf(acme, Role.VIEWER);

    MemberRoleContract(Harness harness) {
        super(harness);
    }

    @Test
    void anAdminChangesARoleAndItCountsFromTheNextCall() {
        Member before = tenancy.members().get(HOST, acme.id(), vera.email());
        Member after = tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.ADMIN);
        assertThat(after)
                .isEqualTo(new Member(acme.id(), vera.id(), vera.email(), null, Role.ADMIN, before.joinedAt()));
        assertThat(tenancy.members().get(HOST, acme.id(), vera.email())).isEqualTo(after);
        recorded(
                acme,
                ana.in(acme),
                ana.as(Actor.Kind.USER),
                AuditAction.MEMBER_ROLE_CHANGED,
                vera.email(),
                "{\"role\":\"viewer\"}",
                "{\"role\":\"admin\"}");
        tenancy.configs().put(vera.in(acme), acme.id(), new ConfigKey("key"), Json.string("value"));
        tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.VIEWER);
        refused(
                ErrorCode.INSUFFICIENT_ROLE,
                acme,
                () -> tenancy.configs().put(vera.in(acme), acme.id(), new ConfigKey("key"), Json.string("more")));
        assertThat(now(acme).userCount()).isEqualTo(2);
    }

    @Test
    void theSameRoleLeavesNoTrace() {
        State before = state(acme);
        Member same = tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.VIEWER);
        assertThat(same.role()).isEqualTo(Role.VIEWER);
        tenancy.members().changeRole(ana.in(acme), acme.id(), ana.email(), Role.ADMIN);
        assertThat(state(acme)).isEqualTo(before);
    }

    @Test
    void theLastAdminStaysAdmin() {
        for (Role lower : new Role[] {Role.VIEWER, Role.MEMBER}) {
            refused(
                    ErrorCode.LAST_ADMIN,
                    acme,
                    () -> tenancy.members().changeRole(ana.in(acme), acme.id(), ana.email(), lower));
        }
        tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.ADMIN);
        tenancy.members().changeRole(ana.in(acme), acme.id(), ana.email(), Role.VIEWER);
        refused(
                ErrorCode.LAST_ADMIN,
                acme,
                () -> tenancy.members().changeRole(HOST, acme.id(), vera.email(), Role.MEMBER));
        refused(ErrorCode.LAST_ADMIN, acme, () -> tenancy.members().remove(HOST, acme.id(), vera.email()));
    }

    @Test
    void whoIsNoMemberIsNotFound() {
        Person stranger = person("Stranger");
        refused(
                ErrorCode.MEMBER_NOT_FOUND,
                acme,
                () -> tenancy.members().changeRole(ana.in(acme), acme.id(), stranger.email(), Role.ADMIN));
    }

    @Test
    void anExpectationThatFailsLeavesNoTrace() {
        Member read = tenancy.members().get(ana.in(acme), acme.id(), vera.email());
        tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.MEMBER, read::equals);
        refused(
                ErrorCode.PRECONDITION_FAILED,
                acme,
                () -> tenancy.members().changeRole(ana.in(acme), acme.id(), vera.email(), Role.ADMIN, read::equals));
    }
}
