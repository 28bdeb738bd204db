package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Identities and the users behind them. */
abstract class SignInContract extends Contract {
    private final Email email = email("ana");
    private final Identity ana = identity(email, "Ana");

    SignInContract(Harness harness) {
        super(harness);
    }

    private User me(UserId id) {
        return tenancy.users().me(Caller.user(id));
    }

    /** Signs in where nothing is remembered. */
    private UserId elsewhere(Identity identity) {
        return Tenancy.builder(store).clock(clock).build().users().signIn(identity);
    }

    @Test
    void theFirstOneMakesTheUser() {
        UserId id = tenancy.users().signIn(ana, "request-1");
        assertThat(me(id)).isEqualTo(new User(id, email, "Ana", true, false, null, now()));
        assertThat(store.find(ana)).contains(me(id));
        assertThat(harness.platformTrail(email.value())).containsExactly("user.created user " + email + " request-1");
    }

    @Test
    void laterOnesFindTheUserAndLeaveNoTrace() {
        UserId id = tenancy.users().signIn(ana);
        User made = me(id);
        assertThat(tenancy.users().signIn(ana)).isEqualTo(id);
        assertThat(elsewhere(ana)).isEqualTo(id);
        assertThat(me(id)).isEqualTo(made);
        assertThat(harness.platformTrail(email.value())).containsExactly("user.created user " + email + " -");
    }

    @Test
    void laterOnesGoByIssuerAndSubjectAlone() {
        UserId id = tenancy.users().signIn(ana);
        Email married = email("married");
        Identity changed = new Identity(ana.issuer(), ana.subject(), married, false, "Ana Married");
        assertThat(elsewhere(changed)).isEqualTo(id);
        assertThat(me(id).email()).isEqualTo(email);
        Identity other = new Identity("https://other.example", ana.subject(), married, true, null);
        assertThat(elsewhere(other)).isNotEqualTo(id);
    }

    @Test
    void whoWasAddedByEmailIsTakenOver() {
        Tenant acme = tenantOf(person("Bob"));
        UserId added =
                tenancy.members().add(HOST, acme.id(), email, Role.MEMBER).user();
        assertThat(me(added)).isEqualTo(new User(added, email, null, false, false, null, now()));
        assertThat(store.find(ana)).isEmpty();

        assertThat(tenancy.users().signIn(ana, "request-2")).isEqualTo(added);

        assertThat(me(added)).isEqualTo(new User(added, email, "Ana", true, false, null, now()));
        assertThat(tenancy.tenants()
                        .mine(Caller.user(added), TenantFilter.ALL, ALL)
                        .items())
                .containsExactly(new Membership(now(acme), Role.MEMBER, false));
        assertThat(harness.platformTrail(email.value())).containsExactly("user.claimed user " + email + " request-2");
    }

    @Test
    void anUnverifiedEmailMakesAndTakesOverNobody() {
        Identity unverified = new Identity(ISSUER, unique(), email, false, "Mallory");
        refused(ErrorCode.EMAIL_NOT_VERIFIED, () -> tenancy.users().signIn(unverified));
        assertThat(store.find(unverified)).isEmpty();
        Tenant acme = tenantOf(person("Bob"));
        UserId added = tenancy.members().add(HOST, acme.id(), email, Role.ADMIN).user();
        refused(ErrorCode.EMAIL_NOT_VERIFIED, () -> tenancy.users().signIn(unverified));
        assertThat(me(added).claimed()).isFalse();
        assertThat(harness.platformTrail(email.value())).isEmpty();
        assertThat(tenancy.users().signIn(ana)).isEqualTo(added);
        refused(ErrorCode.EMAIL_NOT_VERIFIED, () -> tenancy.users().signIn(unverified));
    }

    @Test
    void oneWhoWasRefusedIsNotRememberedAsKnown() {
        Identity unverified = new Identity(ana.issuer(), ana.subject(), email, false, "Ana");
        refused(ErrorCode.EMAIL_NOT_VERIFIED, () -> tenancy.users().signIn(unverified));
        UserId id = tenancy.users().signIn(ana);
        assertThat(tenancy.users().signIn(unverified)).isEqualTo(id);
    }

    @Test
    void anEmailThatAnotherIdentitySignsInWithIsTaken() {
        UserId id = tenancy.users().signIn(ana);
        User before = me(id);
        refused(ErrorCode.EMAIL_TAKEN, () -> tenancy.users().signIn(identity(email, "Second")));
        refused(
                ErrorCode.EMAIL_TAKEN,
                () -> tenancy.users().signIn(new Identity("https://other.example", ana.subject(), email, true, null)));
        assertThat(me(id)).isEqualTo(before);
        assertThat(harness.platformTrail(email.value())).hasSize(1);
    }

    @Test
    void anIdentityWithoutANameKeepsTheUserNameless() {
        UserId id = tenancy.users().signIn(new Identity(ISSUER, unique(), email, true, null));
        assertThat(me(id).name()).isNull();
    }

    @Test
    void anUnknownUserIsNotFound() {
        refused(ErrorCode.USER_NOT_FOUND, () -> me(new UserId(UUID.randomUUID())));
    }

    @Test
    void identitiesAreToldApartByEveryLetter() {
        UserId id = tenancy.users().signIn(new Identity(ISSUER, "Subject" + email, email, true, null));
        Identity lower = new Identity(ISSUER, "subject" + email, email("other"), true, null);
        assertThat(tenancy.users().signIn(lower)).isNotEqualTo(id);
        assertThat(store.find(new Identity(ISSUER + "/", "Subject" + email, email, true, null)))
                .isEmpty();
    }
}
