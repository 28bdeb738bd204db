package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.text.SearchText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A member's name tells that the e-mail has an account, so a tenant sees it only after the member has come in. */
abstract class MemberNameContract extends Contract {
    private final Person ana = person("Ana");
    private final Person bob = person("Bob Bobson");
    private final Tenant acme = tenantOf(ana);

    MemberNameContract(Harness harness) {
        super(harness);
        tenancy.members().add(ana.in(acme), acme.id(), bob.email(), Role.MEMBER);
    }

    private Member bobIn(Tenant tenant) {
        return tenancy.members().get(HOST, tenant.id(), bob.email());
    }

    private List<Member> search(Tenant tenant, String text) {
        return tenancy.members()
                .list(HOST, tenant.id(), new MemberFilter(SearchText.of(text), null), ALL)
                .items();
    }

    @Test
    void isHiddenUntilTheMemberEnters() {
        assertThat(bobIn(acme).name()).isNull();
        assertThat(members(acme)).extracting(Member::name).containsExactlyInAnyOrder("Ana", null);
        tenancy.tenants().switchTo(bob.caller(), acme.id());
        assertThat(bobIn(acme).name()).isEqualTo("Bob Bobson");
        assertThat(members(acme)).extracting(Member::name).containsExactlyInAnyOrder("Ana", "Bob Bobson");
    }

    @Test
    void isNotFoundBySearchingBeforeEither() {
        assertThat(search(acme, "bobSON")).isEmpty();
        tenancy.tenants().switchTo(bob.caller(), acme.id());
        assertThat(search(acme, "bobSON")).extracting(Member::user).containsExactly(bob.id());
    }

    @Test
    void isShownOnlyWhereTheMemberHasEntered() {
        Tenant other = tenantOf(person("Cid"));
        tenancy.members().add(HOST, other.id(), bob.email(), Role.MEMBER);
        tenancy.tenants().switchTo(bob.caller(), acme.id());
        assertThat(bobIn(other).name()).isNull();
        assertThat(search(other, "Bobson")).isEmpty();
    }

    @Test
    void staysWhenTheMemberGoesElsewhereAndWhenTheRoleChanges() {
        tenancy.tenants().switchTo(bob.caller(), acme.id());
        tenancy.tenants().switchTo(bob.caller(), tenantOf(bob).id());
        Member changed = tenancy.members().changeRole(HOST, acme.id(), bob.email(), Role.ADMIN);
        assertThat(changed.name()).isEqualTo("Bob Bobson");
        assertThat(bobIn(acme)).isEqualTo(changed);
    }

    @Test
    void isHiddenAgainAfterARemoval() {
        tenancy.tenants().switchTo(bob.caller(), acme.id());
        tenancy.members().remove(HOST, acme.id(), bob.email());
        tenancy.members().add(HOST, acme.id(), bob.email(), Role.VIEWER);
        assertThat(bobIn(acme).name()).isNull();
    }

    @Test
    void isShownOfSomebodyWhoWasAddedBeforeTheFirstSignIn() {
        Email email = email("late");
        tenancy.members().add(HOST, acme.id(), email, Role.VIEWER);
        Person late = signedIn(identity(email, "Late Comer"));
        assertThat(search(acme, "Late Comer")).isEmpty();
        tenancy.tenants().switchTo(late.caller(), acme.id());
        assertThat(search(acme, "Late Comer")).extracting(Member::name).containsExactly("Late Comer");
    }
}
