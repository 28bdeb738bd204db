package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A domain is one tenant's, until that tenant gives it up or is deleted. */
abstract class DomainContract extends Contract {
    private final String domain = unique() + ".example";
    private final Person ana = person("Ana");
    private final Tenant acme = tenancy.tenants()
            .create(ana.caller(), NewTenant.named("Acme").withDomain(domain))
            .tenant();

    DomainContract(Harness harness) {
        super(harness);
    }

    @Test
    void isTakenInEveryLetterCase() {
        Person bob = person("Bob");
        NewTenant second = NewTenant.named("Second").withDomain(domain.toUpperCase(Locale.ROOT));
        refused(ErrorCode.DOMAIN_TAKEN, () -> tenancy.tenants().create(bob.caller(), second));
        assertThat(tenancy.tenants().mine(bob.caller(), TenantFilter.ALL, ALL).items())
                .isEmpty();
    }

    @Test
    void isNotTakenByAChangeEither() {
        Tenant other = tenantOf(ana);
        TenantPatch patch = TenantPatch.NOTHING.name(new TenantName("New")).domain(new Domain(domain));
        refused(ErrorCode.DOMAIN_TAKEN, other, () -> changed(other, patch));
    }

    @Test
    void isKeptByASuspendedTenant() {
        suspended(acme);
        Tenant other = tenantOf(ana);
        refused(ErrorCode.DOMAIN_TAKEN, other, () -> changed(other, TenantPatch.NOTHING.domain(new Domain(domain))));
    }

    @Test
    void isFreeWhenGivenUp() {
        assertThat(changed(acme, TenantPatch.NOTHING.domain(null)).domain()).isNull();
        Tenant other = changed(tenantOf(ana), TenantPatch.NOTHING.domain(new Domain(domain)));
        assertThat(now(other).domain()).isEqualTo(new Domain(domain));
    }

    @Test
    void isFreeWhenItsTenantIsDeleted() {
        Tenant gone = deleted(acme);
        Tenant other = tenancy.tenants()
                .create(ana.caller(), NewTenant.named("Heir").withDomain(domain))
                .tenant();
        assertThat(now(other).domain()).isEqualTo(new Domain(domain));
        assertThat(gone.domain()).isEqualTo(new Domain(domain));
        deleted(other);
        tenancy.tenants().create(ana.caller(), NewTenant.named("Heir").withDomain(domain));
    }

    @Test
    void staysWithATenantThatSetsItAgain() {
        TenantPatch same = TenantPatch.NOTHING.domain(new Domain(domain)).name(new TenantName("Acme 2"));
        assertThat(changed(acme, same).domain()).isEqualTo(new Domain(domain));
    }

    @Test
    void tellsItsTenant() {
        assertThat(tenancy.tenants().withDomain(new Domain(domain))).contains(acme.id());
        assertThat(tenancy.tenants().withDomain(new Domain(domain.toUpperCase(Locale.ROOT))))
                .contains(acme.id());
        suspended(acme);
        assertThat(tenancy.tenants().withDomain(new Domain(domain))).contains(acme.id());
    }

    @Test
    void tellsNobodyBeforeItIsTakenAndAfterItIsGivenUp() {
        assertThat(tenancy.tenants().withDomain(new Domain("sub." + domain))).isEmpty();
        changed(acme, TenantPatch.NOTHING.domain(null));
        assertThat(tenancy.tenants().withDomain(new Domain(domain))).isEmpty();
        Tenant other = changed(tenantOf(ana), TenantPatch.NOTHING.domain(new Domain(domain)));
        assertThat(tenancy.tenants().withDomain(new Domain(domain))).contains(other.id());
    }

    @Test
    void tellsTheHeirOfADeletedTenant() {
        deleted(acme);
        assertThat(tenancy.tenants().withDomain(new Domain(domain))).isEmpty();
        Tenant heir = tenancy.tenants()
                .create(ana.caller(), NewTenant.named("Heir").withDomain(domain))
                .tenant();
        assertThat(tenancy.tenants().withDomain(new Domain(domain))).contains(heir.id());
    }

    @Test
    void comesAfterTheSeatsWhenBothAreWrong() {
        Tenant other = tenantOf(ana);
        tenancy.members().add(HOST, other.id(), email("second"), Role.VIEWER);
        TenantPatch both = TenantPatch.NOTHING.domain(new Domain(domain)).maxUsers(new SeatLimit(1));
        refused(ErrorCode.SEAT_LIMIT_REACHED, other, () -> changed(other, both));
    }

    @Test
    void manyTenantsHaveNone() {
        assertThat(tenantOf(ana).domain()).isNull();
        assertThat(tenantOf(ana).domain()).isNull();
    }
}
