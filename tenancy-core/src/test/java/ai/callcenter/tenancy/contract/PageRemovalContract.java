package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages go on from where they ended, also when the last item is not there any more. */
abstract class PageRemovalContract extends Contract {
    private final String mark = unique();
    private final Person ana = person("Ana");

    PageRemovalContract(Harness harness) {
        super(harness);
    }

    @Test
    void afterTheLastMemberWasRemoved() {
        Tenant acme = tenancy.tenants().create(HOST, NewTenant.named("Acme")).tenant();
        for (String local : List.of("a", "b", "c", "d")) {
            tenancy.members().add(HOST, acme.id(), new Email(local + "@" + mark + ".example"), Role.VIEWER);
        }
        Page<Member> page = tenancy.members().list(HOST, acme.id(), MemberFilter.ALL, PageRequest.first(2));
        tenancy.members().remove(HOST, acme.id(), page.items().get(1).email());
        PageRequest next = new PageRequest(2, page.next());
        assertThat(tenancy.members()
                        .list(HOST, acme.id(), MemberFilter.ALL, next)
                        .items())
                .extracting(member -> member.email().value().charAt(0))
                .containsExactly('c', 'd');
    }

    @Test
    void afterTheLastTenantWasRenamedOrDeleted() {
        for (String name : List.of("a", "b", "c", "\uFB00", "\uD83D\uDE00")) {
            tenancy.tenants().create(ana.caller(), NewTenant.named(name + mark));
        }
        Page<Membership> page = tenancy.tenants().mine(ana.caller(), TenantFilter.ALL, PageRequest.first(2));
        changed(page.items().get(1).tenant(), TenantPatch.NOTHING.name(new TenantName("Z" + mark)));
        Page<Membership> next = tenancy.tenants().mine(ana.caller(), TenantFilter.ALL, new PageRequest(3, page.next()));
        assertThat(next.items())
                .extracting(membership -> membership.tenant().name().value().replace(mark, ""))
                .containsExactly("c", "Z", "\uFB00");
        deleted(next.items().get(2).tenant());
        assertThat(tenancy.tenants()
                        .mine(ana.caller(), TenantFilter.ALL, new PageRequest(3, next.next()))
                        .items())
                .extracting(membership -> membership.tenant().name().value().replace(mark, ""))
                .containsExactly("\uD83D\uDE00");
    }
}
