package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.session.Session;
import ai.callcenter.tenancy.store.ConfigStore;
import ai.callcenter.tenancy.store.IdentityUnit;
import ai.callcenter.tenancy.store.MemberStore;
import ai.callcenter.tenancy.store.PlatformUnit;
import ai.callcenter.tenancy.store.SessionStore;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.store.UserUnit;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.text.Json;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** When a unit may be used, and what must not happen meanwhile on its thread. */
abstract class UnitLifeContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final Tenant other = tenantOf(ana);
    private final AuditEntry line = new AuditEntry(
            UUID.randomUUID(), acme.id(), now(), HOST_ACTOR, AuditAction.CONFIG_SET, "late", null, null, null);
    private final Session session = new Session(line.id(), ana.id(), "0".repeat(64), now(), now(), now());

    UnitLifeContract(Harness harness) {
        super(harness);
    }

    private static void illegal(List<ThrowingCallable> calls) {
        for (int i = 0; i < calls.size(); i++) {
            assertThatIllegalStateException().as("call " + i).isThrownBy(calls.get(i));
        }
    }

    /** Everything that opens a unit or reads. */
    private List<ThrowingCallable> openings() {
        return List.of(
                () -> store.inTenant(other.id(), null, unit -> "nested"),
                () -> store.inTenant(acme.id(), null, unit -> "nested"),
                () -> store.asIdentity(ana.identity(), unit -> "nested"),
                () -> store.asUser(ana.id(), unit -> "nested"),
                () -> store.asPlatform(null, "contract", unit -> "nested"),
                () -> store.find(ana.identity()),
                () -> store.find(new Domain("acme.example")),
                () -> store.read(ana.id()).me(),
                () -> store.read(ana.id()).tenants(TenantFilter.ALL, ALL),
                () -> store.read(acme.id(), null).access(),
                () -> store.read(other.id(), null).access(),
                () -> store.read(acme.id(), null).members(MemberFilter.ALL, ALL),
                () -> store.read(acme.id(), null).member(ana.email()),
                () -> store.read(acme.id(), null).configs(ALL),
                () -> store.read(acme.id(), null).config(new ConfigKey("key")),
                () -> store.read(acme.id(), null).session(UUID.randomUUID()),
                () -> store.read(acme.id(), null).audit(ALL));
    }

    @Test
    void nothingIsNestedInATenantsUnitWhichThenGoesOnAsItsTenant() {
        store.inTenant(acme.id(), null, unit -> {
            illegal(openings());
            return unit.configs().put(new ConfigEntry(new ConfigKey("outer"), Json.EMPTY_OBJECT, now()));
        });
        assertThat(state(acme).configs()).hasSize(1);
        assertThat(state(other).configs()).isEmpty();
    }

    @Test
    void nothingIsNestedInTheOtherUnits() {
        store.asIdentity(ana.identity(), unit -> {
            illegal(openings());
            return "done";
        });
        store.asUser(ana.id(), unit -> {
            illegal(openings());
            return "done";
        });
        store.asPlatform(null, "contract", unit -> {
            illegal(openings());
            return "done";
        });
    }

    @Test
    void whatWasMadeForReadingBeforeIsRefusedInsideToo() {
        var reads = store.read(other.id(), null);
        var mine = store.read(ana.id());
        store.inTenant(acme.id(), null, unit -> {
            illegal(List.of(reads::access, mine::me));
            return "done";
        });
        assertThat(reads.access().tenant()).isEqualTo(other);
    }

    @Test
    void theThreadIsFreeAgainAfterAFailure() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.inTenant(acme.id(), null, unit -> {
                    throw new IllegalStateException("a bug");
                }));
        assertThat(store.inTenant(other.id(), null, unit -> "free").length()).isEqualTo(4);
    }

    @Test
    void aTenantsUnitIsDeadAfterItsEnd() {
        AtomicReference<TenantUnit> kept = new AtomicReference<>();
        AtomicReference<MemberStore> members = new AtomicReference<>();
        AtomicReference<ConfigStore> configs = new AtomicReference<>();
        AtomicReference<SessionStore> sessions = new AtomicReference<>();
        store.inTenant(acme.id(), null, unit -> {
            kept.set(unit);
            members.set(unit.members());
            configs.set(unit.configs());
            sessions.set(unit.sessions());
            return "done";
        });
        dead(kept.get(), members.get(), configs.get(), sessions.get());
    }

    @Test
    void aTenantsUnitIsDeadAfterAFailure() {
        AtomicReference<TenantUnit> kept = new AtomicReference<>();
        AtomicReference<MemberStore> members = new AtomicReference<>();
        AtomicReference<ConfigStore> configs = new AtomicReference<>();
        AtomicReference<SessionStore> sessions = new AtomicReference<>();
        assertThatIllegalStateException()
                .isThrownBy(() -> store.inTenant(acme.id(), null, unit -> {
                    kept.set(unit);
                    members.set(unit.members());
                    configs.set(unit.configs());
                    sessions.set(unit.sessions());
                    throw new IllegalStateException("a bug");
                }));
        dead(kept.get(), members.get(), configs.get(), sessions.get());
    }

    private void dead(TenantUnit unit, MemberStore members, ConfigStore configs, SessionStore sessions) {
        State before = state(acme);
        NewMember member = new NewMember(email("late"), new UserId(UUID.randomUUID()), Role.VIEWER, now(), false);
        illegal(List.of(
                unit::access,
                () -> unit.found(acme, null),
                () -> unit.update(acme.with(TenantPatch.NOTHING.description(null), now())),
                () -> unit.enter(ana.id(), now()),
                () -> unit.record(line),
                () -> unit.members().add(member),
                () -> members.add(member),
                () -> members.changeRole(ana.email(), Role.ADMIN),
                () -> members.remove(ana.email()),
                () -> unit.configs().remove(new ConfigKey("key")),
                () -> configs.put(new ConfigEntry(new ConfigKey("key"), Json.EMPTY_OBJECT, now())),
                () -> configs.remove(new ConfigKey("key")),
                () -> unit.sessions().end(line.id()),
                () -> sessions.open(session, 1),
                () -> sessions.find(line.id()),
                () -> sessions.rotate(line.id(), session.secretHash()),
                () -> sessions.end(line.id()),
                () -> sessions.signOut(ana.id(), now())));
        assertThat(state(acme)).isEqualTo(before);
    }

    @Test
    void theOtherUnitsAreDeadAfterTheirEnd() {
        AtomicReference<IdentityUnit> identity = new AtomicReference<>();
        store.asIdentity(ana.identity(), unit -> {
            identity.set(unit);
            return "done";
        });
        AtomicReference<PlatformUnit> platform = new AtomicReference<>();
        store.asPlatform(ana.id(), "contract", unit -> {
            platform.set(unit);
            return "done";
        });
        AtomicReference<UserUnit> user = new AtomicReference<>();
        store.asUser(ana.id(), unit -> {
            user.set(unit);
            return "done";
        });
        User late = User.named(new UserId(UUID.randomUUID()), ana.email(), now());
        illegal(List.of(
                () -> identity.get().known(),
                () -> identity.get().withEmail(),
                () -> identity.get().create(late),
                () -> identity.get().claim(ana.id(), null),
                () -> identity.get().record(line),
                () -> user.get().me(),
                () -> user.get().signOut(now()),
                () -> user.get().record(line),
                () -> platform.get().operator(),
                () -> platform.get().tenants(TenantFilter.ALL, ALL),
                () -> platform.get().platformAdmins(),
                () -> platform.get().grantPlatformAdmin(ana.email(), ana.id(), now()),
                () -> platform.get().revokePlatformAdmin(ana.id()),
                () -> platform.get().record(line)));
        assertThat(tenancy.users().me(ana.caller()).platformAdmin()).isFalse();
    }
}
