package ai.callcenter.tenancy.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import org.junit.jupiter.api.Test;

class InMemoryStoreTest {
    @Test
    void smoke() {
        Tenancy tenancy = Tenancy.on(new InMemoryStore());
        Email ana = new Email("ana@acme.example");
        var user = tenancy.users().signIn(new Identity("https://idp.example", "1", ana, true, "Ana"));
        var tenant = tenancy.tenants()
                .create(Caller.user(user), NewTenant.named("Acme").withDomain("acme.example"))
                .tenant();
        var admin = Caller.user(user).in(tenant.id());
        tenancy.members().add(admin, tenant.id(), new Email("bob@acme.example"), Role.VIEWER);
        tenancy.tenants().switchTo(admin, tenant.id());
        assertThat(tenancy.members().count(admin, tenant.id()).taken()).isEqualTo(2);
        assertThat(tenancy.members()
                        .list(admin, tenant.id(), MemberFilter.ALL, PageRequest.first())
                        .items())
                .extracting(m -> m.email().value(), m -> m.name())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ana@acme.example", "Ana"),
                        org.assertj.core.groups.Tuple.tuple("bob@acme.example", null));
        assertThatThrownBy(() -> tenancy.members().remove(admin, tenant.id(), ana))
                .hasMessageContaining("last admin");
        assertThat(tenancy.audit().list(admin, tenant.id(), PageRequest.first()).items())
                .hasSize(4);
        assertThat(tenancy.tenants()
                        .mine(admin, TenantFilter.ALL, PageRequest.first())
                        .items())
                .singleElement()
                .matches(m -> m.current());
    }
}
