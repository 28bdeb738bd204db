package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.store.TenantUnit;
import ai.callcenter.tenancy.tenant.Description;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.text.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A unit is one transaction: all of it, or none. */
abstract class UnitContract extends Contract {
    private static final List<Throwable> FAILURES = List.of(
            new IllegalStateException("a bug"),
            new IOException("the network"),
            new AssertionError("an assertion"),
            new StackOverflowError("too deep"),
            new OutOfMemoryError("too much"));

    private final Person ana = person("Ana");
    private final Person vera = person("Vera");
    private final Tenant acme = tenantOf(ana);

    UnitContract(Harness harness) {
        super(harness);
    }

    /** Fails in a way that the compiler lets pass. */
    private static String fail(Throwable failure) throws Exception {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (Exception) failure;
    }

    private AuditEntry line(@Nullable TenantId tenant, String subject) {
        return new AuditEntry(
                UUID.randomUUID(), tenant, now(), HOST_ACTOR, AuditAction.CONFIG_SET, subject, null, null, null);
    }

    private NewMember newMember(Email email) {
        return new NewMember(email, new UserId(UUID.randomUUID()), Role.MEMBER, now(), false);
    }

    private void everything(TenantUnit unit) {
        unit.update(acme.with(TenantPatch.NOTHING.description(new Description("text")), now()));
        unit.members().add(newMember(vera.email()));
        unit.members().add(newMember(email("new")));
        unit.members().changeRole(vera.email(), Role.ADMIN);
        unit.members().remove(ana.email());
        unit.enter(vera.id(), now());
        unit.configs().put(new ConfigEntry(new ConfigKey("key"), Json.EMPTY_OBJECT, now()));
        unit.record(line(acme.id(), "subject"));
    }

    @Test
    void knowsItsCallerWhetherAMemberOrNot() {
        User vera = tenancy.users().me(this.vera.caller());
        assertThat(store.<Optional<User>, RuntimeException>inTenant(acme.id(), vera.id(), TenantUnit::caller))
                .contains(vera);
        assertThat(store.<Optional<User>, RuntimeException>inTenant(
                        acme.id(), new UserId(UUID.randomUUID()), TenantUnit::caller))
                .isEmpty();
        assertThat(store.<Optional<User>, RuntimeException>inTenant(acme.id(), null, TenantUnit::caller))
                .isEmpty();
    }

    @Test
    void whatItWritesIsThereWhenItHasReturned() {
        String result = store.inTenant(acme.id(), null, unit -> {
            everything(unit);
            return "result";
        });
        assertThat(result).isEqualTo("result");
        State after = state(acme);
        assertThat(after.tenant().description()).isEqualTo(new Description("text"));
        assertThat(after.tenant().userCount()).isEqualTo(2);
        assertThat(after.members()).extracting(m -> m.role()).containsExactlyInAnyOrder(Role.ADMIN, Role.MEMBER);
        assertThat(after.configs()).hasSize(1);
        assertThat(after.trail()).extracting(AuditEntry::subject).contains("subject");
        assertThat(tenancy.users().me(vera.caller()).currentTenant()).isEqualTo(acme.id());
    }

    @Test
    void whateverItFailsWithInATenantLeavesNoTrace() {
        tenancy.tenants().switchTo(ana.caller(), acme.id());
        State before = state(acme);
        for (Throwable failure : FAILURES) {
            assertThatThrownBy(() -> store.inTenant(acme.id(), null, unit -> {
                        everything(unit);
                        return fail(failure);
                    }))
                    .isSameAs(failure);
            assertThat(state(acme)).isEqualTo(before);
            assertThat(tenancy.users().me(ana.caller()).currentTenant()).isEqualTo(acme.id());
            assertThat(tenancy.users().me(vera.caller()).currentTenant()).isNull();
        }
    }

    @Test
    void whateverItFailsWithWhileFoundingLeavesNoTenant() {
        for (Throwable failure : FAILURES) {
            TenantId id = unknownTenant();
            Tenant made = new Tenant(
                    id, acme.name(), null, null, acme.maxUsers(), 1, acme.status(), acme.metadata(), now(), now());
            assertThatThrownBy(() -> store.inTenant(id, null, unit -> {
                        unit.found(made, newMember(vera.email()));
                        return fail(failure);
                    }))
                    .isSameAs(failure);
            refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.tenants().get(HOST, id));
        }
    }

    @Test
    void whateverItFailsWithAtASignInLeavesNoUser() {
        for (Throwable failure : FAILURES) {
            var identity = identity(email("new"), "New");
            UserId id = new UserId(UUID.randomUUID());
            assertThatThrownBy(() -> store.asIdentity(identity, unit -> {
                        unit.create(new User(id, identity.email(), "New", true, false, null, now()));
                        unit.record(line(null, identity.email().value()));
                        return fail(failure);
                    }))
                    .isSameAs(failure);
            assertThat(store.find(identity)).isEmpty();
            assertThat(store.read(id).me().value()).isEmpty();
            assertThat(harness.platformTrail(identity.email().value())).isEmpty();
        }
    }

    @Test
    void whateverItFailsWithOnThePlatformLeavesNoAdmin() {
        for (Throwable failure : FAILURES) {
            assertThatThrownBy(() -> store.asPlatform(null, "contract", unit -> {
                        unit.grantPlatformAdmin(vera.email(), new UserId(UUID.randomUUID()), now());
                        unit.record(line(null, "platform of " + vera.email()));
                        return fail(failure);
                    }))
                    .isSameAs(failure);
            assertThat(tenancy.users().me(vera.caller()).platformAdmin()).isFalse();
            assertThat(harness.platformTrail("platform of " + vera.email())).isEmpty();
        }
    }

    @Test
    void aRefusalThatTheWorkSwallowsDoesNotCommitTheRest() {
        State before = state(acme);
        assertThatThrownBy(() -> store.inTenant(acme.id(), null, unit -> {
                    unit.configs().put(new ConfigEntry(new ConfigKey("key"), Json.EMPTY_OBJECT, now()));
                    try {
                        unit.members().add(newMember(ana.email()));
                    } catch (RuntimeException swallowed) {
                        return "as if nothing had happened";
                    }
                    return "added twice";
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(state(acme)).isEqualTo(before);
    }
}
