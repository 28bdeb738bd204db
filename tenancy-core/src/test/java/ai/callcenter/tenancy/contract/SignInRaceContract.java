package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;

/** Several first sign-ins at once: requests of one person, or persons with one e-mail. */
abstract class SignInRaceContract extends Contract {
    private static final int ROUNDS = 5;

    private final Email email = email("ana");

    SignInRaceContract(Harness harness) {
        super(harness);
    }

    /** Each signs in where nothing is remembered. */
    private List<Callable<UserId>> signIns(int times, Identity identity) {
        List<Callable<UserId>> deeds = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            Tenancy elsewhere = Tenancy.builder(store).clock(clock).build();
            deeds.add(() -> elsewhere.users().signIn(identity));
        }
        return deeds;
    }

    @RepeatedTest(ROUNDS)
    void ofOnePersonMakeOneUser() throws InterruptedException, ExecutionException {
        Identity ana = identity(email, "Ana");
        assertThat(Together.results(signIns(6, ana)))
                .containsOnly(store.find(ana).orElseThrow().id());
        assertThat(harness.platformTrail(email.value())).containsExactly("user.created user " + email + " -");
    }

    @RepeatedTest(ROUNDS)
    void ofOnePersonTakeTheAddedUserOverOnce() throws InterruptedException, ExecutionException {
        Tenant acme = tenantOf(person("Bob"));
        UserId added =
                tenancy.members().add(HOST, acme.id(), email, Role.VIEWER).user();
        assertThat(Together.results(signIns(6, identity(email, "Ana")))).containsOnly(added);
        assertThat(harness.platformTrail(email.value())).containsExactly("user.claimed user " + email + " -");
    }

    @RepeatedTest(ROUNDS)
    void whileTheEmailIsAddedMakeOneUser() throws InterruptedException, ExecutionException {
        Tenant acme = tenantOf(person("Bob"));
        List<Callable<UserId>> deeds = signIns(2, identity(email, "Ana"));
        deeds.add(
                () -> tenancy.members().add(HOST, acme.id(), email, Role.VIEWER).user());
        assertThat(Together.results(deeds).stream().distinct()).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoPersonsWithOneEmailLetOneIn() throws InterruptedException, ExecutionException {
        List<String> outcomes = Together.attempt(twoIdentities());
        assertThat(outcomes).containsExactlyInAnyOrder("ok", "email_taken");
        assertThat(harness.platformTrail(email.value())).hasSize(1);
    }

    @RepeatedTest(ROUNDS)
    void ofTwoPersonsWithOneEmailLetOneTakeTheAddedUserOver() throws InterruptedException, ExecutionException {
        Tenant acme = tenantOf(person("Bob"));
        tenancy.members().add(HOST, acme.id(), email, Role.ADMIN);
        List<String> outcomes = Together.attempt(twoIdentities());
        assertThat(outcomes).containsExactlyInAnyOrder("ok", "email_taken");
        assertThat(harness.platformTrail(email.value())).hasSize(1);
    }

    private List<Callable<UserId>> twoIdentities() {
        return Stream.concat(
                        signIns(1, identity(email, "Ana")).stream(), signIns(1, identity(email, "Mallory")).stream())
                .toList();
    }
}
