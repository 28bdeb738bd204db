package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.SearchText;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** My tenants, and every customer's. */
abstract class TenantListContract extends Contract {
    private final Person ana = person("Ana");
    private final String mark = unique();

    TenantListContract(Harness harness) {
        super(harness);
    }

    private Tenant named(String name) {
        return tenancy.tenants()
                .create(ana.caller(), NewTenant.named(name + mark))
                .tenant();
    }

    private List<Tenant> mine(TenantFilter filter) {
        return tenancy.tenants().mine(ana.caller(), filter, ALL).items().stream()
                .map(Membership::tenant)
                .toList();
    }

    private List<Tenant> all(TenantFilter filter) {
        return tenancy.tenants().all(HOST, filter, ALL).items();
    }

    private static TenantFilter text(String text) {
        return new TenantFilter(SearchText.of(text), null);
    }

    @Test
    void mineAreThoseOfMyMembershipsWithRoleAndCurrent() {
        Tenant other = tenantOf(person("Bob"));
        tenancy.members().add(HOST, other.id(), ana.email(), Role.VIEWER);
        Tenant own = tenantOf(ana);
        tenantOf(person("Cid"));
        tenancy.tenants().switchTo(ana.caller(), other.id());

        assertThat(tenancy.tenants().mine(ana.caller(), TenantFilter.ALL, ALL).items())
                .containsExactlyInAnyOrder(
                        new Membership(now(own), Role.ADMIN, false), new Membership(now(other), Role.VIEWER, true));
    }

    @Test
    void mineLeaveDeletedOnesOutAndShowSuspendedOnes() {
        Tenant active = named("a");
        Tenant suspended = suspended(named("b"));
        deleted(named("c"));
        assertThat(mine(TenantFilter.ALL)).containsExactly(active, suspended);
        assertThat(mine(new TenantFilter(null, TenantStatus.ACTIVE))).containsExactly(active);
        assertThat(mine(new TenantFilter(null, TenantStatus.SUSPENDED))).containsExactly(suspended);
        assertThat(mine(new TenantFilter(null, TenantStatus.DELETED))).isEmpty();
    }

    @Test
    void somebodyWithoutTenantsHasNone() {
        assertThat(mine(TenantFilter.ALL)).isEmpty();
    }

    @Test
    void allAreEveryCustomersInEveryStatus() {
        Tenant active = named("a");
        Tenant suspended = suspended(named("b"));
        Tenant deleted = deleted(named("c"));
        assertThat(all(text(mark))).containsExactly(active, suspended, deleted);
        assertThat(all(new TenantFilter(SearchText.of(mark), TenantStatus.DELETED)))
                .containsExactly(deleted);
        assertThat(all(new TenantFilter(SearchText.of(mark), TenantStatus.SUSPENDED)))
                .containsExactly(suspended);
    }

    @Test
    void allAreForOperatorsAndHosts() {
        Person otto = operator();
        Tenant acme = named("a");
        assertThat(tenancy.tenants().all(otto.caller(), text(mark), ALL).items())
                .containsExactly(acme);
        refused(ErrorCode.INSUFFICIENT_ROLE, () -> tenancy.tenants().all(ana.in(acme), text(mark), ALL));
        refused(ErrorCode.INSUFFICIENT_ROLE, () -> tenancy.tenants().all(ana.caller(), text(mark), ALL));
    }

    @Test
    void aLookAtAllIsRecordedAndARefusedOneIsNot() {
        Person otto = operator();
        String before = String.join("\n", harness.platformTrail("list all tenants"));
        refused(
                ErrorCode.INSUFFICIENT_ROLE,
                () -> tenancy.tenants().all(ana.caller(), TenantFilter.ALL, PageRequest.first(1)));
        assertThat(String.join("\n", harness.platformTrail("list all tenants"))).isEqualTo(before);
        tenancy.tenants().all(otto.caller(), TenantFilter.ALL, PageRequest.first(1));
        assertThat(harness.platformTrail("list all tenants"))
                .contains("tenants.listed operator " + otto.email() + " request of " + otto.email());
    }

    @Test
    void textIsSearchedInNameAndDomainWhateverItsLetterCase() {
        Tenant byName = named("Größe ÄRA");
        Tenant byDomain = tenancy.tenants()
                .create(ana.caller(), NewTenant.named("Plain").withDomain("xara" + mark + ".example"))
                .tenant();
        assertThat(mine(text("grÖßE ära"))).containsExactly(byName);
        assertThat(mine(text("XARA" + mark.toUpperCase(Locale.ROOT)))).containsExactly(byDomain);
        assertThat(all(text("ÄRA" + mark))).containsExactly(byName);
        assertThat(mine(text("nowhere"))).isEmpty();
    }

    @Test
    void everyCharacterOfASearchIsLiteral() {
        Tenant percent = named("100% ");
        Tenant underscore = named("a_b ");
        Tenant backslash = named("c\\d ");
        Tenant quote = named("e'f ");
        named("acb cd 100 ef");
        assertThat(mine(text("%"))).containsExactly(percent);
        assertThat(mine(text("_"))).containsExactly(underscore);
        assertThat(mine(text("\\"))).containsExactly(backslash);
        assertThat(mine(text("'"))).containsExactly(quote);
        assertThat(all(text("% " + mark))).containsExactly(percent);
        assertThat(all(text("\\d " + mark))).containsExactly(backslash);
    }

    @Test
    void namesAreSortedByCodePointWithoutLetterCase() {
        Tenant lastPlane = named("\uD83D\uDE00");
        Tenant ligature = named("\uFB00");
        Tenant upper = named("B");
        Tenant lower = named("a");
        Tenant umlaut = named("Ä");
        List<Tenant> order = List.of(lower, upper, umlaut, ligature, lastPlane);
        assertThat(mine(TenantFilter.ALL)).containsExactlyElementsOf(order);
        assertThat(all(text(mark))).containsExactlyElementsOf(order);
    }

    @Test
    void equalNamesAreSortedById() {
        Tenant one = named("same");
        Tenant two = named("SAME");
        Tenant three = named("Same");
        Page<Membership> first = tenancy.tenants().mine(ana.caller(), TenantFilter.ALL, PageRequest.first(2));
        assertThat(first.items()).extracting(Membership::tenant).containsExactly(one, two);
        assertThat(tenancy.tenants()
                        .mine(ana.caller(), TenantFilter.ALL, new PageRequest(2, first.next()))
                        .items())
                .extracting(Membership::tenant)
                .containsExactly(three);
    }
}
