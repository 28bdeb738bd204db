package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.store.IdentityUnit;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a store keeps to even where no use case asks first. */
abstract class InvariantContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);

    InvariantContract(Harness harness) {
        super(harness);
    }

    private void add(Tenant tenant, Person person, Role role) {
        NewMember member = new NewMember(person.email(), person.id(), role, now(), false);
        store.inTenant(tenant.id(), null, unit -> unit.members().add(member));
    }

    private void update(Tenant to) {
        store.inTenant(to.id(), null, unit -> {
            unit.update(to);
            return to;
        });
    }

    @Test
    void theUserCountIsTheNumberOfMembersWhateverAnUpdateSays() {
        add(acme, person("Bob"), Role.VIEWER);
        update(new Tenant(
                acme.id(),
                acme.name(),
                null,
                null,
                acme.maxUsers(),
                17,
                TenantStatus.ACTIVE,
                acme.metadata(),
                acme.createdAt(),
                now()));
        assertThat(now(acme).userCount()).isEqualTo(2);
    }

    @Test
    void thereAreNeverMoreMembersThanSeats() {
        update(acme.with(TenantPatch.NOTHING.maxUsers(new SeatLimit(1)), now()));
        refused(ErrorCode.SEAT_LIMIT_REACHED, acme, () -> add(acme, person("Bob"), Role.VIEWER));
        update(acme.with(TenantPatch.NOTHING.maxUsers(new SeatLimit(2)), now()));
        add(acme, person("Bob"), Role.VIEWER);
        refused(
                ErrorCode.SEAT_LIMIT_REACHED,
                acme,
                () -> update(acme.with(TenantPatch.NOTHING.maxUsers(new SeatLimit(1)), now())));
    }

    @Test
    void aTenantThatHasHadAnAdminKeepsOneEvenWhenDeleted() {
        deleted(acme);
        refused(
                ErrorCode.LAST_ADMIN,
                acme,
                () -> store.inTenant(acme.id(), null, unit -> unit.members().remove(ana.email())));
    }

    @Test
    void aTenantWithoutAnAdminYetLosesItsMembersFreely() {
        Tenant empty = tenancy.tenants().create(HOST, NewTenant.named("Empty")).tenant();
        Person bob = person("Bob");
        add(empty, bob, Role.MEMBER);
        store.inTenant(empty.id(), null, unit -> unit.members().changeRole(bob.email(), Role.VIEWER));
        store.inTenant(empty.id(), null, unit -> unit.members().remove(bob.email()));
        assertThat(now(empty).userCount()).isZero();
    }

    @Test
    void aDeletedTenantTakesNoMemberAndSaysFirstWhoIsOneAlready() {
        deleted(acme);
        refused(ErrorCode.TENANT_DELETED, acme, () -> add(acme, person("Bob"), Role.VIEWER));
        refused(ErrorCode.ALREADY_MEMBER, acme, () -> add(acme, ana, Role.VIEWER));
    }

    @Test
    void aDeletedTenantStaysDeleted() {
        Tenant gone = deleted(acme);
        refused(
                ErrorCode.TENANT_DELETED,
                acme,
                () -> update(gone.with(TenantPatch.NOTHING.status(TenantStatus.ACTIVE), now())));
    }

    @Test
    void aTenantIsFoundedOnce() {
        State before = state(acme);
        assertThatThrownBy(() -> store.inTenant(acme.id(), null, unit -> {
                    unit.found(acme, null);
                    return "done";
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(state(acme)).isEqualTo(before);
    }

    @Test
    void theCurrentTenantIsAMembership() {
        Person bob = person("Bob");
        refused(
                ErrorCode.TENANT_NOT_FOUND,
                acme,
                () -> store.inTenant(acme.id(), null, unit -> {
                    unit.enter(bob.id(), now());
                    return "done";
                }));
        refused(
                ErrorCode.TENANT_NOT_FOUND,
                acme,
                () -> store.inTenant(acme.id(), null, unit -> {
                    unit.enter(new UserId(UUID.randomUUID()), now());
                    return "done";
                }));
        assertThat(tenancy.users().me(bob.caller()).currentTenant()).isNull();
    }

    /** Whatever it is refused with, nothing of it stays. */
    private void identityRefused(Identity identity, Consumer<IdentityUnit> work) {
        User before = tenancy.users().me(ana.caller());
        assertThatThrownBy(() -> store.asIdentity(identity, unit -> {
                    work.accept(unit);
                    return "done";
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(tenancy.users().me(ana.caller())).isEqualTo(before);
        assertThat(store.find(ana.identity())).contains(before);
    }

    @Test
    void anEmailIsOneUsers() {
        Identity second = identity(ana.email(), "Second");
        User made = new User(new UserId(UUID.randomUUID()), ana.email(), "Second", true, false, null, now());
        identityRefused(second, unit -> unit.create(made));
        assertThat(store.find(second)).isEmpty();
        assertThat(store.read(made.id()).me().value()).isEmpty();
    }

    @Test
    void anIdentityIsOneUsers() {
        Identity moved = new Identity(ISSUER, ana.identity().subject(), email("moved"), true, null);
        User made = new User(new UserId(UUID.randomUUID()), moved.email(), null, true, false, null, now());
        identityRefused(moved, unit -> unit.create(made));
        assertThat(store.read(made.id()).me().value()).isEmpty();
    }

    @Test
    void anIdentityMakesAndClaimsNobodyButTheUserWithItsEmail() {
        Identity mallory = identity(email("mallory"), "Mallory");
        UserId added = tenancy.members()
                .add(HOST, acme.id(), email("added"), Role.VIEWER)
                .user();
        User made = new User(new UserId(UUID.randomUUID()), email("victim"), null, true, false, null, now());
        identityRefused(mallory, unit -> unit.create(made));
        identityRefused(mallory, unit -> unit.claim(added, "Mallory"));
        identityRefused(mallory, unit -> unit.claim(ana.id(), "Mallory"));
        identityRefused(mallory, unit -> unit.claim(new UserId(UUID.randomUUID()), "Mallory"));
        assertThat(store.find(mallory)).isEmpty();
        assertThat(store.read(added).me().value())
                .get()
                .extracting(User::claimed)
                .isEqualTo(false);
    }

    @Test
    void aUserIsClaimedOnce() {
        Identity second = identity(ana.email(), "Second");
        identityRefused(second, unit -> unit.claim(ana.id(), "Second"));
        assertThat(store.find(second)).isEmpty();
    }
}
