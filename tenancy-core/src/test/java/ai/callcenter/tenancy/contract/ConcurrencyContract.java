package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.RepeatedTest;

/** What several do to a tenant at once. */
abstract class ConcurrencyContract extends Contract {
    private static final int ROUNDS = 5;

    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);

    ConcurrencyContract(Harness harness) {
        super(harness);
    }

    private Person secondAdmin() {
        return memberOf(acme, Role.ADMIN);
    }

    private long admins() {
        return members(acme).stream().filter(m -> m.role() == Role.ADMIN).count();
    }

    @RepeatedTest(ROUNDS)
    void theFreeSeatsAreTakenAndNoMore() throws InterruptedException, ExecutionException {
        limited(acme, 4);
        List<String> outcomes =
                Together.attempt(8, () -> tenancy.members().add(ana.in(acme), acme.id(), email("new"), Role.VIEWER));
        assertThat(outcomes)
                .containsOnly("ok", "seat_limit_reached")
                .filteredOn("ok"::equals)
                .hasSize(3);
        assertThat(members(acme)).hasSize(4);
        assertThat(now(acme).userCount()).isEqualTo(4);
        assertThat(trail(acme)).hasSize(2 + 1 + 3);
    }

    @RepeatedTest(ROUNDS)
    void oneEmailIsAddedOnce() throws InterruptedException, ExecutionException {
        Email email = email("new");
        List<String> outcomes =
                Together.attempt(4, () -> tenancy.members().add(ana.in(acme), acme.id(), email, Role.VIEWER));
        assertThat(outcomes).containsExactlyInAnyOrder("ok", "already_member", "already_member", "already_member");
        assertThat(now(acme).userCount()).isEqualTo(2);
    }

    @RepeatedTest(ROUNDS)
    void oneEmailThatIsAddedInSeveralTenantsIsOneUser() throws InterruptedException, ExecutionException {
        Email email = email("new");
        List<Callable<Member>> adds = new ArrayList<>();
        for (Tenant tenant : List.of(acme, tenantOf(ana), tenantOf(ana), tenantOf(ana))) {
            adds.add(() -> tenancy.members().add(HOST, tenant.id(), email, Role.VIEWER));
        }
        assertThat(Together.results(adds))
                .extracting(Member::user)
                .containsOnly(signedIn(identity(email, "New")).id());
    }

    @RepeatedTest(ROUNDS)
    void ofTwoAdminsWhoRemoveEachOtherOneStays() throws InterruptedException, ExecutionException {
        Person bea = secondAdmin();
        List<String> outcomes =
                Together.attempt(List.<Callable<?>>of(() -> removed(ana, bea), () -> removed(bea, ana)));
        assertThat(outcomes).filteredOn("ok"::equals).hasSize(1);
        assertThat(outcomes).containsAnyOf("access_revoked", "last_admin");
        assertThat(admins()).isEqualTo(1);
    }

    private String removed(Person by, Person whom) {
        tenancy.members().remove(by.in(acme), acme.id(), whom.email());
        return "done";
    }

    @RepeatedTest(ROUNDS)
    void ofTwoAdminsWhoLeaveOneStays() throws InterruptedException, ExecutionException {
        Person bea = secondAdmin();
        List<String> outcomes =
                Together.attempt(List.<Callable<?>>of(() -> removed(ana, ana), () -> removed(bea, bea)));
        assertThat(outcomes).containsExactlyInAnyOrder("ok", "last_admin");
        assertThat(admins()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoAdminsWhoDemoteEachOtherOneStays() throws InterruptedException, ExecutionException {
        Person bea = secondAdmin();
        List<String> outcomes = Together.attempt(List.<Callable<?>>of(
                () -> tenancy.members().changeRole(ana.in(acme), acme.id(), bea.email(), Role.VIEWER),
                () -> tenancy.members().changeRole(bea.in(acme), acme.id(), ana.email(), Role.VIEWER)));
        assertThat(outcomes).filteredOn("ok"::equals).hasSize(1);
        assertThat(outcomes).containsAnyOf("insufficient_role", "last_admin");
        assertThat(admins()).isEqualTo(1);
    }

    @RepeatedTest(ROUNDS)
    void oneDomainIsClaimedOnce() throws InterruptedException, ExecutionException {
        Person bob = person("Bob");
        NewTenant wanted = NewTenant.named("Wanted").withDomain(unique() + ".example");
        List<String> outcomes = Together.attempt(3, () -> tenancy.tenants().create(bob.caller(), wanted));
        assertThat(outcomes).containsExactlyInAnyOrder("ok", "domain_taken", "domain_taken");
        assertThat(tenancy.tenants().mine(bob.caller(), TenantFilter.ALL, ALL).items())
                .hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void oneStateIsChangedByOneOfThoseWhoExpectIt() throws InterruptedException, ExecutionException {
        var read = tenancy.tenants().get(ana.in(acme), acme.id());
        List<String> outcomes = Together.attempt(
                4,
                () -> tenancy.tenants()
                        .update(
                                ana.in(acme),
                                acme.id(),
                                TenantPatch.NOTHING.name(new TenantName(unique())),
                                read::equals));
        assertThat(outcomes).filteredOn("ok"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("precondition_failed"::equals).hasSize(3);
        assertThat(trail(acme)).hasSize(2 + 1);
    }

    @RepeatedTest(ROUNDS)
    void oneKeyIsNewOnce() throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> puts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Json value = Json.number(i);
            puts.add(() -> tenancy.configs()
                    .put(ana.in(acme), acme.id(), new ConfigKey("key"), value)
                    .created());
        }
        assertThat(Together.results(puts)).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(trail(acme)).hasSize(2 + 4);
    }

    @RepeatedTest(ROUNDS)
    void whoIsRemovedWhileSwitchingIsNotLeftInside() throws InterruptedException, ExecutionException {
        Person vera = memberOf(acme, Role.VIEWER);
        List<String> outcomes = Together.attempt(List.<Callable<?>>of(
                () -> tenancy.tenants().switchTo(vera.caller(), acme.id()), () -> removed(ana, vera)));
        assertThat(outcomes.get(0)).isIn("ok", "tenant_not_found");
        assertThat(outcomes.get(1)).isEqualTo("ok");
        assertThat(tenancy.users().me(vera.caller()).currentTenant()).isNull();
    }

    @RepeatedTest(ROUNDS)
    void whoIsAddedWhileTheTenantIsDeletedComesBeforeOrNotAtAll() throws InterruptedException, ExecutionException {
        List<String> outcomes = Together.attempt(List.<Callable<?>>of(
                () -> deleted(acme), () -> tenancy.members().add(HOST, acme.id(), email("new"), Role.VIEWER)));
        assertThat(outcomes.get(0)).isEqualTo("ok");
        assertThat(outcomes.get(1)).isIn("ok", "tenant_deleted");
        assertThat(now(acme).userCount()).isEqualTo(outcomes.get(1).equals("ok") ? 2 : 1);
        assertThat(members(acme)).hasSize(now(acme).userCount());
    }
}
