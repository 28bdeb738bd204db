package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who operates the platform: exactly those whom the application names. */
abstract class PlatformAdminContract extends Contract {
    private final Person ana = person("Ana");
    private final Person bob = person("Bob");

    PlatformAdminContract(Harness harness) {
        super(harness);
    }

    private User me(Person person) {
        return tenancy.users().me(person.caller());
    }

    private List<String> changes(Email email) {
        return harness.platformTrail(email.value()).stream()
                .filter(line -> line.startsWith("platform_admin."))
                .toList();
    }

    @Test
    void areThoseWhoAreNamedAndNobodyElse() {
        User before = me(ana);
        tenancy.users().setPlatformAdmins(HOST, Set.of(ana.email(), bob.email()));
        assertThat(me(ana)).isEqualTo(new User(ana.id(), ana.email(), "Ana", true, true, null, before.createdAt()));
        assertThat(me(bob).platformAdmin()).isTrue();
        tenancy.users().setPlatformAdmins(HOST, Set.of(bob.email()));
        assertThat(me(ana)).isEqualTo(before);
        assertThat(me(bob).platformAdmin()).isTrue();
        tenancy.users().setPlatformAdmins(HOST, Set.of());
        assertThat(me(bob).platformAdmin()).isFalse();
    }

    @Test
    void areRecordedWhenTheyChange() {
        tenancy.users().setPlatformAdmins(HOST, Set.of(ana.email()));
        tenancy.users().setPlatformAdmins(HOST, Set.of(ana.email()));
        String by = " host contract request of the host";
        assertThat(changes(ana.email())).containsExactly("platform_admin.granted" + by);
        tenancy.users().setPlatformAdmins(HOST, Set.of());
        tenancy.users().setPlatformAdmins(HOST, Set.of());
        assertThat(changes(ana.email()))
                .containsExactlyInAnyOrder("platform_admin.revoked" + by, "platform_admin.granted" + by);
        assertThat(changes(bob.email())).isEmpty();
    }

    @Test
    void needNotHaveSignedIn() {
        Email email = email("otto");
        tenancy.users().setPlatformAdmins(HOST, Set.of(email));
        Person otto = signedIn(identity(email, "Otto"));
        assertThat(me(otto)).isEqualTo(new User(otto.id(), email, "Otto", true, true, null, now()));
        assertThat(harness.platformTrail(email.value()))
                .containsExactlyInAnyOrder(
                        "user.claimed user " + email + " -",
                        "platform_admin.granted host contract request of the host");
    }

    @Test
    void loseWhatTheyMayDoWithTheNextCall() {
        var acme = tenantOf(bob);
        tenancy.users().setPlatformAdmins(HOST, Set.of(ana.email()));
        tenancy.tenants().get(ana.caller(), acme.id());
        tenancy.tenants().all(ana.caller(), TenantFilter.ALL, PageRequest.first(1));
        tenancy.users().setPlatformAdmins(HOST, Set.of());
        refused(ErrorCode.WRONG_TENANT, () -> tenancy.tenants().get(ana.caller(), acme.id()));
        refused(ErrorCode.ACCESS_REVOKED, () -> tenancy.tenants().get(ana.in(acme), acme.id()));
        refused(
                ErrorCode.INSUFFICIENT_ROLE,
                () -> tenancy.tenants().all(ana.caller(), TenantFilter.ALL, PageRequest.first(1)));
    }

    @Test
    void keepTheirMembershipsAndTheirCurrentTenant() {
        var acme = tenantOf(ana);
        tenancy.tenants().switchTo(ana.caller(), acme.id());
        tenancy.users().setPlatformAdmins(HOST, Set.of(ana.email()));
        assertThat(me(ana).currentTenant()).isEqualTo(acme.id());
        tenancy.users().setPlatformAdmins(HOST, Set.of());
        assertThat(me(ana).currentTenant()).isEqualTo(acme.id());
        assertThat(tenancy.tenants().get(ana.in(acme), acme.id()).tenant()).isEqualTo(acme);
    }
}
