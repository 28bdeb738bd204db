package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Tenants whose id is known before they are made, since rows carry it already. */
abstract class ChosenIdContract extends Contract {
    private final TenantId known = new TenantId(UUID.randomUUID());
    private final NewTenant wanted = NewTenant.named("Acme").withId(known);

    ChosenIdContract(Harness harness) {
        super(harness);
    }

    @Test
    void aHostAndAnOperatorChooseIt() {
        assertThat(tenancy.tenants()
                        .create(HOST, wanted.withMaxUsers(3), email("owner"))
                        .tenant()
                        .id())
                .isEqualTo(known);
        TenantId another = new TenantId(UUID.randomUUID());
        Tenant second = tenancy.tenants()
                .create(operator().caller(), wanted.withId(another).withDomain(unique() + ".example"))
                .tenant();
        assertThat(second.id()).isEqualTo(another);
        assertThat(now(second)).isEqualTo(second);
    }

    @Test
    void nobodyElseDoesNorLearnsWhetherItIsTaken() {
        Person ana = person("Ana");
        refused(ErrorCode.INSUFFICIENT_ROLE, () -> tenancy.tenants().create(ana.caller(), wanted));
        tenancy.tenants().create(HOST, wanted);
        refused(ErrorCode.INSUFFICIENT_ROLE, () -> tenancy.tenants().create(ana.caller(), wanted));
        assertThat(tenancy.tenants().mine(ana.caller(), TenantFilter.ALL, ALL).items())
                .isEmpty();
    }

    @Test
    void oneThatIsTakenLeavesTheTenantAsItIs() {
        NewTenant whole = wanted.withDomain(unique() + ".example");
        Tenant acme = tenancy.tenants().create(HOST, whole, email("owner")).tenant();
        Person otto = operator();
        refused(ErrorCode.TENANT_ID_TAKEN, acme, () -> tenancy.tenants().create(HOST, whole, email("other")));
        refused(ErrorCode.TENANT_ID_TAKEN, acme, () -> tenancy.tenants().create(otto.caller(), wanted));
        deleted(acme);
        refused(ErrorCode.TENANT_ID_TAKEN, () -> tenancy.tenants().create(HOST, wanted));
    }

    @RepeatedTest(20)
    void isTakenOnce() throws InterruptedException, ExecutionException {
        TenantId id = new TenantId(UUID.randomUUID());
        List<String> outcomes = Together.attempt(3, () -> tenancy.tenants().create(HOST, wanted.withId(id)));
        assertThat(outcomes).containsExactlyInAnyOrder("ok", "tenant_id_taken", "tenant_id_taken");
    }
}
