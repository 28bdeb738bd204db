package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.member.RoleChange;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.text.Json;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one tenant's writes do to another tenant: nothing, whatever id they are given. */
abstract class WriteIsolationContract extends Contract {
    private static final ConfigKey KEY = new ConfigKey("shared.name");
    private static final String LINE = "line of " + unique();

    private final Person ana = person("Ana");
    private final Person bob = person("Bob");
    private final Tenant acme = tenantOf(ana);
    private final Tenant other = tenantOf(bob);
    private @Nullable State untouched;

    WriteIsolationContract(Harness harness) {
        super(harness);
    }

    @BeforeEach
    void furnishTheOtherTenant() {
        tenancy.configs().put(HOST, other.id(), KEY, Json.string("theirs"));
        tenancy.tenants().switchTo(bob.caller(), other.id());
        untouched = state(other);
    }

    @AfterEach
    void theOtherTenantIsUntouched() {
        assertThat(state(other)).isEqualTo(untouched);
        assertThat(tenancy.users().me(bob.caller()).currentTenant()).isEqualTo(other.id());
    }

    private <R> R inAcme(Function<TenantUnit, R> work) {
        return store.inTenant(acme.id(), ana.id(), work::apply);
    }

    private Optional<RoleChange> changeRole(Role to) {
        return inAcme(unit -> unit.members().changeRole(bob.email(), to));
    }

    private Optional<Member> remove() {
        return inAcme(unit -> unit.members().remove(bob.email()));
    }

    private Optional<ConfigEntry> put(ConfigEntry entry) {
        return inAcme(unit -> unit.configs().put(entry));
    }

    private Optional<ConfigEntry> removeKey() {
        return inAcme(unit -> unit.configs().remove(KEY));
    }

    private void refusesIds(Consumer<TenantUnit> work) {
        State before = state(acme);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inAcme(unit -> {
                    work.accept(unit);
                    return "done";
                }));
        assertThat(state(acme)).isEqualTo(before);
    }

    @Test
    void anothersMemberIsNotReRoled() {
        assertThat(changeRole(Role.VIEWER)).isEmpty();
    }

    @Test
    void anothersMemberIsNotRemoved() {
        assertThat(remove()).isEmpty();
    }

    @Test
    void anothersMemberGetsAMembershipOfItsOwn() {
        NewMember added = new NewMember(bob.email(), new UserId(UUID.randomUUID()), Role.VIEWER, now(), false);
        Member made = inAcme(unit -> unit.members().add(added));
        assertThat(made.user()).isEqualTo(bob.id());
        // Bob's role over there, admin, is none of this tenant's business.
        assertThat(changeRole(Role.MEMBER))
                .hasValueSatisfying(change -> assertThat(change.before().role()).isEqualTo(Role.VIEWER));
        assertThat(remove()).isPresent();
    }

    @Test
    void anothersSettingIsNotWritten() {
        ConfigEntry ours = new ConfigEntry(KEY, Json.string("ours"), now());
        assertThat(put(ours)).isEmpty();
        assertThat(removeKey()).contains(ours);
        assertThat(removeKey()).isEmpty();
    }

    @Test
    void anothersTenantIsNotUpdated() {
        refusesIds(unit -> unit.update(other.with(TenantPatch.NOTHING.description(null), now())));
    }

    @Test
    void anothersTenantIsNotFounded() {
        TenantId free = unknownTenant();
        Tenant made = new Tenant(
                free, other.name(), null, null, other.maxUsers(), 0, other.status(), other.metadata(), now(), now());
        refusesIds(unit -> unit.found(made, null));
        refusesIds(unit -> unit.found(other, null));
        refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.tenants().get(HOST, free));
    }

    @Test
    void anothersTrailTakesNoLine() {
        refusesIds(unit -> unit.record(line(other.id())));
        refusesIds(unit -> unit.record(line(null)));
    }

    @Test
    void anothersMemberDoesNotEnter() {
        refused(
                ErrorCode.TENANT_NOT_FOUND,
                acme,
                () -> inAcme(unit -> {
                    unit.enter(bob.id(), now());
                    return "done";
                }));
    }

    @Test
    void aUnitWithoutATenantRecordsForNone() {
        assertThatThrownBy(() -> store.asIdentity(bob.identity(), unit -> {
                    unit.record(line(other.id()));
                    return "done";
                }))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> store.asPlatform(null, "contract", unit -> {
                    unit.record(line(other.id()));
                    return "done";
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(harness.platformTrail(LINE)).isEmpty();
    }

    @Test
    void nothingIsWrittenWhereThereIsNoTenant() {
        TenantId nowhere = unknownTenant();
        NewMember member = new NewMember(bob.email(), bob.id(), Role.ADMIN, now(), false);
        refused(
                ErrorCode.TENANT_NOT_FOUND,
                () -> store.inTenant(nowhere, bob.id(), unit -> unit.members().add(member)));
        refused(
                ErrorCode.TENANT_NOT_FOUND,
                () -> store.inTenant(
                        nowhere, bob.id(), unit -> unit.configs().put(new ConfigEntry(KEY, Json.EMPTY_OBJECT, now()))));
        boolean nothing = store.inTenant(
                nowhere,
                bob.id(),
                unit -> unit.members().remove(bob.email()).isEmpty()
                        && unit.members().changeRole(bob.email(), Role.VIEWER).isEmpty()
                        && unit.configs().remove(KEY).isEmpty());
        assertThat(nothing).isTrue();
    }

    private AuditEntry line(@Nullable TenantId tenant) {
        return new AuditEntry(
                UUID.randomUUID(), tenant, now(), HOST_ACTOR, AuditAction.CONFIG_SET, LINE, null, null, null);
    }
}
