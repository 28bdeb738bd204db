package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Adding members by e-mail. */
abstract class MemberAddingContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);

    MemberAddingContract(Harness harness) {
        super(harness);
    }

    @Test
    void theAnswerIsTheSameWhetherTheEmailHasAnAccountOrNot() {
        Person known = person("Bob");
        Email unknown = email("nobody");
        Member one = tenancy.members().add(ana.in(acme), acme.id(), known.email(), Role.MEMBER);
        Member two = tenancy.members().add(ana.in(acme), acme.id(), unknown, Role.MEMBER);
        assertThat(one).isEqualTo(new Member(acme.id(), known.id(), known.email(), null, Role.MEMBER, now()));
        assertThat(two).isEqualTo(new Member(acme.id(), two.user(), unknown, null, Role.MEMBER, now()));
        assertThat(now(acme).userCount()).isEqualTo(3);
        assertThat(tenancy.members().get(ana.in(acme), acme.id(), unknown)).isEqualTo(two);
    }

    @Test
    void theUsersIdDoesNotTellWhetherOrSinceWhenThereIsAnAccount() {
        Email owner = email("owner");
        tenancy.tenants().create(HOST, NewTenant.named("Other"), owner);
        Email admin = email("admin");
        tenancy.users().setPlatformAdmins(HOST, Set.of(admin));
        for (Email email : List.of(email("nobody"), person("Bob").email(), owner, admin)) {
            Member added = tenancy.members().add(ana.in(acme), acme.id(), email, Role.MEMBER);
            assertThat(added.user().value().version()).as("of " + email).isEqualTo(4); // random, without a time
        }
    }

    @Test
    void anAdditionIsRecordedAndIsNoChangeOfTheTenant() {
        clock.move(Duration.ofMinutes(1));
        Email email = email("bob");
        tenancy.members().add(ana.in(acme), acme.id(), email, Role.VIEWER);
        recorded(
                acme,
                ana.in(acme),
                ana.as(Actor.Kind.USER),
                AuditAction.MEMBER_ADDED,
                email,
                null,
                "{\"role\":\"viewer\"}");
        assertThat(now(acme).updatedAt()).isEqualTo(acme.updatedAt());
    }

    @Test
    void anOperatorAndAHostAdd() {
        Person otto = operator();
        Email one = email("one");
        tenancy.members().add(otto.caller(), acme.id(), one, Role.ADMIN);
        recorded(
                acme,
                otto.caller(),
                otto.as(Actor.Kind.OPERATOR),
                AuditAction.MEMBER_ADDED,
                one,
                null,
                "{\"role\":\"admin\"}");
        Email two = email("two");
        tenancy.members().add(HOST, acme.id(), two, Role.MEMBER);
        recorded(acme, HOST, HOST_ACTOR, AuditAction.MEMBER_ADDED, two, null, "{\"role\":\"member\"}");
    }

    @Test
    void aMemberIsNotAddedTwice() {
        Email email = email("bob");
        tenancy.members().add(ana.in(acme), acme.id(), email, Role.VIEWER);
        Email shouting = new Email(email.value().toUpperCase(Locale.ROOT));
        refused(
                ErrorCode.ALREADY_MEMBER,
                acme,
                () -> tenancy.members().add(ana.in(acme), acme.id(), shouting, Role.ADMIN));
        refused(
                ErrorCode.ALREADY_MEMBER,
                acme,
                () -> tenancy.members().add(ana.in(acme), acme.id(), ana.email(), Role.ADMIN));
    }

    @Test
    void aFullTenantTakesNobody() {
        limited(acme, 2);
        Email last = email("last");
        tenancy.members().add(ana.in(acme), acme.id(), last, Role.VIEWER);
        refused(
                ErrorCode.SEAT_LIMIT_REACHED,
                acme,
                () -> tenancy.members().add(ana.in(acme), acme.id(), email("late"), Role.VIEWER));
        refused(
                ErrorCode.ALREADY_MEMBER,
                acme,
                () -> tenancy.members().add(ana.in(acme), acme.id(), last, Role.VIEWER));
        tenancy.members().remove(ana.in(acme), acme.id(), last);
        tenancy.members().add(ana.in(acme), acme.id(), last, Role.VIEWER);
        assertThat(now(acme).userCount()).isEqualTo(2);
    }

    @Test
    void aRefusedAdditionMakesNoUser() {
        limited(acme, 1);
        Email email = email("late");
        refused(ErrorCode.SEAT_LIMIT_REACHED, () -> tenancy.members().add(ana.in(acme), acme.id(), email, Role.VIEWER));
        signedIn(identity(email, "Late"));
        assertThat(harness.platformTrail(email.value()))
                .singleElement()
                .asString()
                .startsWith("user.created");
    }

    @Test
    void onePersonIsTheSameUserInEveryTenant() {
        Email email = email("bob");
        Tenant other = tenantOf(person("Cid"));
        Member here = tenancy.members().add(HOST, acme.id(), email, Role.VIEWER);
        Member there = tenancy.members().add(HOST, other.id(), email, Role.ADMIN);
        assertThat(there.user()).isEqualTo(here.user());
        assertThat(signedIn(identity(email, "Bob")).id()).isEqualTo(here.user());
        assertThat(tenancy.members().get(HOST, acme.id(), email).role()).isEqualTo(Role.VIEWER);
    }

    @Test
    void theTenantMustExist() {
        refused(
                ErrorCode.TENANT_NOT_FOUND,
                () -> tenancy.members().add(HOST, unknownTenant(), email("bob"), Role.VIEWER));
    }

    @Test
    void aSuspendedTenantIsFilledByOperatorsAndHostsAlone() {
        suspended(acme);
        refused(
                ErrorCode.TENANT_SUSPENDED,
                acme,
                () -> tenancy.members().add(ana.in(acme), acme.id(), email("bob"), Role.VIEWER));
        tenancy.members().add(HOST, acme.id(), email("bob"), Role.VIEWER);
        assertThat(now(acme).userCount()).isEqualTo(2);
    }
}
