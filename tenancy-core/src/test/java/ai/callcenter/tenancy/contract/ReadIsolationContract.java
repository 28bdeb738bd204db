package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.TenantReads;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.text.Json;
import ai.callcenter.tenancy.text.SearchText;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What one tenant's reads find of another tenant: nothing, whoever asks and whatever is asked for. */
abstract class ReadIsolationContract extends Contract {
    private static final ConfigKey KEY = new ConfigKey("secret");

    private final Person ana = person("Ana");
    private final Person bob = person("Bob");
    private final Tenant acme = tenantOf(ana);
    private final Tenant other = tenantOf(bob);
    private final TenantReads reads = store.read(acme.id(), ana.id());

    ReadIsolationContract(Harness harness) {
        super(harness);
        tenancy.configs().put(HOST, other.id(), KEY, Json.string("theirs"));
    }

    @Test
    void aMemberIsFoundInNoOtherTenant() {
        assertThat(reads.member(bob.email()).value()).isEmpty();
        assertThat(reads.members(MemberFilter.ALL, ALL).value().items())
                .extracting(Member::user)
                .containsExactly(ana.id());
        MemberFilter filter = new MemberFilter(SearchText.of(bob.email().value()), null);
        assertThat(reads.members(filter, ALL).value().items()).isEmpty();
        assertThat(reads.members(new MemberFilter(SearchText.of("Bob"), null), ALL)
                        .value()
                        .items())
                .isEmpty();
    }

    @Test
    void aSettingIsFoundInNoOtherTenant() {
        assertThat(reads.config(KEY).value()).isEmpty();
        assertThat(reads.configs(ALL).value().items()).isEmpty();
        tenancy.configs().put(HOST, acme.id(), KEY, Json.string("ours"));
        assertThat(reads.config(KEY).value().map(ConfigEntry::value)).contains(Json.string("ours"));
        assertThat(store.read(other.id(), bob.id()).config(KEY).value().map(ConfigEntry::value))
                .contains(Json.string("theirs"));
    }

    @Test
    void aTrailIsOneTenants() {
        assertThat(reads.audit(ALL).value().items())
                .extracting(AuditEntry::tenant)
                .containsOnly(acme.id());
    }

    @Test
    void aPositionOfAnotherTenantLeadsToOnesOwnRowsOnly() {
        tenancy.members().add(HOST, other.id(), email("a"), Role.VIEWER);
        tenancy.members().add(HOST, acme.id(), email("zz"), Role.VIEWER);
        Page<Member> theirs = store.read(other.id(), bob.id())
                .members(MemberFilter.ALL, PageRequest.first(1))
                .value();
        PageRequest next = new PageRequest(PageRequest.MAX_LIMIT, theirs.next());
        assertThat(reads.members(MemberFilter.ALL, next).value().items())
                .isNotEmpty()
                .extracting(Member::tenant)
                .containsOnly(acme.id());
        Page<AuditEntry> trail =
                store.read(other.id(), bob.id()).audit(PageRequest.first(1)).value();
        PageRequest older = new PageRequest(PageRequest.MAX_LIMIT, trail.next());
        assertThat(reads.audit(older).value().items())
                .extracting(AuditEntry::tenant)
                .doesNotContain(other.id());
    }

    @Test
    void aRoleIsHeldInNoOtherTenant() {
        assertThat(store.read(other.id(), ana.id()).access()).isEqualTo(new Access(now(other), null, null));
        assertThat(store.read(acme.id(), ana.id()).access().role()).isEqualTo(Role.ADMIN);
        assertThat(store.read(acme.id(), null).access()).isEqualTo(new Access(now(acme), null, null));
        assertThat(store.read(acme.id(), new UserId(UUID.randomUUID())).access())
                .isEqualTo(new Access(now(acme), null, null));
    }

    @Test
    void whereThereIsNoTenantThereIsNothing() {
        TenantReads nowhere = store.read(unknownTenant(), ana.id());
        assertThat(nowhere.access()).isEqualTo(new Access(null, null, null));
        assertThat(nowhere.members(MemberFilter.ALL, ALL).value().items()).isEmpty();
        assertThat(nowhere.member(ana.email()).value()).isEmpty();
        assertThat(nowhere.configs(ALL).value().items()).isEmpty();
        assertThat(nowhere.config(KEY).value()).isEmpty();
        assertThat(nowhere.audit(ALL).value().items()).isEmpty();
    }

    @Test
    void aUserSeesTheOwnTenantsAlone() {
        assertThat(store.read(ana.id()).tenants(TenantFilter.ALL, ALL).value().items())
                .extracting(membership -> membership.tenant().id())
                .containsExactly(acme.id());
        TenantFilter filter = new TenantFilter(SearchText.of(other.name().value()), null);
        assertThat(store.read(ana.id()).tenants(filter, ALL).value().items()).isEmpty();
        UserId nobody = new UserId(UUID.randomUUID());
        assertThat(store.read(nobody).tenants(TenantFilter.ALL, ALL).value().items())
                .isEmpty();
        assertThat(store.read(nobody).me().value()).isEmpty();
    }

    @Test
    void readsStayRightHoweverOftenTheyAreRepeated() {
        for (int i = 0; i < 40; i++) { // a driver prepares what it has sent a few times, and may send it otherwise then
            assertThat(store.read(acme.id(), null).access().tenant()).isEqualTo(acme);
            assertThat(reads.access().role()).isEqualTo(Role.ADMIN);
            assertThat(reads.member(ana.email()).value()).isPresent();
            assertThat(reads.member(bob.email()).value()).isEmpty();
            assertThat(store.read(ana.id()).me().value()).isPresent();
        }
    }
}
