package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Signing out everywhere: what was issued before counts no more, whatever it is used for. */
abstract class SignOutContract extends Contract {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final Tenant other = tenantOf(person("Bob"));
    private final Instant before = now().minus(A_MINUTE);

    SignOutContract(Harness harness) {
        super(harness);
    }

    /** Everything that a user may call, in a tenant of the user's own and elsewhere. */
    private List<ThrowingCallable> calls(Caller.User caller) {
        Caller.User in = caller.in(acme.id());
        return List.of(
                () -> tenancy.users().me(caller),
                () -> tenancy.tenants().mine(caller, TenantFilter.ALL, ALL),
                () -> tenancy.tenants().all(caller, TenantFilter.ALL, ALL),
                () -> tenancy.tenants().create(caller, NewTenant.named("New")),
                () -> tenancy.tenants().switchTo(caller, acme.id()),
                () -> tenancy.tenants().switchTo(in, unknownTenant()),
                () -> tenancy.tenants().openSession(in, acme.id()),
                () -> tenancy.tenants().get(in, acme.id()),
                () -> tenancy.tenants().get(in, other.id()),
                () -> tenancy.tenants().get(caller.in(other.id()), other.id()),
                () -> tenancy.tenants().get(caller.in(unknownTenant()), unknownTenant()),
                () -> tenancy.members().remove(in, acme.id(), ana.email()),
                () -> tenancy.members().add(caller.in(other.id()), other.id(), email("new"), Role.VIEWER),
                () -> tenancy.sessions().signOut(caller));
    }

    @Test
    void nothingIssuedBeforeCounts() {
        tenancy.sessions().signOut(ana.caller().since(before));
        for (Instant since : List.of(before, now(), Instant.EPOCH)) {
            calls(ana.caller().since(since)).forEach(call -> refused(ErrorCode.SIGNED_OUT, acme, call));
        }
    }

    @Test
    void whatIsIssuedAfterwardsCounts() {
        tenancy.sessions().signOut(ana.caller().since(before));
        Caller.User later = ana.caller().since(now().plusSeconds(1));
        assertThat(tenancy.users().me(later).id()).isEqualTo(ana.id());
        assertThat(tenancy.tenants().mine(later, TenantFilter.ALL, ALL).items()).hasSize(1);
        assertThat(tenancy.tenants().switchTo(later, acme.id()).authenticatedAt())
                .isEqualTo(later.authenticatedAt());
        tenancy.tenants().get(later.in(acme.id()), acme.id());
        tenancy.members().add(later.in(acme.id()), acme.id(), email("new"), Role.VIEWER);
        tenancy.tenants().create(later, NewTenant.named("New"));
    }

    @Test
    void whomTheApplicationVouchesForIsNotConcerned() {
        tenancy.sessions().signOut(ana.caller());
        tenancy.tenants().get(ana.in(acme), acme.id());
        assertThat(tenancy.users().me(ana.caller()).id()).isEqualTo(ana.id());
    }

    @Test
    void itConcernsNobodyElse() {
        Person vera = memberOf(acme, Role.VIEWER);
        tenancy.sessions().signOut(ana.caller().since(before));
        tenancy.tenants().get(vera.caller().since(before).in(acme.id()), acme.id());
        assertThat(tenancy.users().me(vera.caller().since(before)).id()).isEqualTo(vera.id());
    }

    @Test
    void whoIsAddedToATenantLaterStaysSignedOut() {
        tenancy.sessions().signOut(ana.caller().since(before));
        tenancy.members().add(HOST, other.id(), ana.email(), Role.ADMIN);
        refused(
                ErrorCode.SIGNED_OUT,
                () -> tenancy.tenants().get(ana.caller().since(before).in(other.id()), other.id()));
    }

    @Test
    void anOperatorSignsOutToo() {
        Person otto = operator();
        Caller.User caller = otto.caller().since(before);
        assertThat(tenancy.tenants().get(caller, acme.id()).role()).isNull();
        tenancy.sessions().signOut(caller);
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.tenants().get(caller, acme.id()));
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.tenants().all(caller, TenantFilter.ALL, ALL));
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.members().add(caller, acme.id(), email("new"), Role.VIEWER));
    }

    @Test
    void aTokenFromAClockThatRunsAheadEndsToo() {
        Caller.User ahead = ana.caller().since(now().plusSeconds(20));
        tenancy.sessions().signOut(ahead);
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.users().me(ahead));
        tenancy.users().me(ana.caller().since(now().plusSeconds(21)));
    }

    @Test
    void anEarlierEndIsNeverTakenBack() {
        tenancy.sessions().signOut(ana.caller().since(now().plusSeconds(20)));
        tenancy.sessions().signOut(ana.caller());
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.users().me(ana.caller().since(now().plusSeconds(20))));
        clock.move(A_MINUTE);
        Caller.User later = ana.caller().since(now());
        tenancy.sessions().signOut(later);
        refused(ErrorCode.SIGNED_OUT, () -> tenancy.users().me(later));
    }

    @Test
    void itIsRecordedOutsideOfTenants() {
        tenancy.sessions().signOut(ana.caller().since(before));
        String email = ana.email().value();
        assertThat(harness.platformTrail(email).getFirst())
                .isEqualTo("user.signed_out user " + email + " request of " + email);
        refused(
                ErrorCode.SIGNED_OUT,
                () -> tenancy.sessions().signOut(ana.caller().since(before)));
        assertThat(harness.platformTrail(email).stream().filter(line -> line.startsWith("user.signed_out")))
                .hasSize(1);
    }

    @Test
    void whoDoesNotExistCannot() {
        Caller.User nobody = Caller.user(new UserId(UUID.randomUUID())).since(before);
        refused(ErrorCode.USER_NOT_FOUND, () -> tenancy.sessions().signOut(nobody));
    }
}
