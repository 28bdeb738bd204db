package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditAction;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.tenant.Description;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Metadata;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Changing a tenant. */
abstract class TenantUpdateContract extends Contract {
    private static final TenantPatch RENAME = TenantPatch.NOTHING.name(new TenantName("New"));

    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final Instant made = now();

    TenantUpdateContract(Harness harness) {
        super(harness);
        clock.move(Duration.ofMinutes(1));
    }

    @Test
    void anAdminChangesWhatAPatchHoldsAndNothingElse() {
        String domain = unique() + ".example";
        TenantPatch patch = RENAME.domain(new Domain(domain))
                .description(new Description("Text"))
                .metadata(new Metadata(new Json("{\"b\":1,\"a\":2}")));

        Membership changed = tenancy.tenants().update(ana.in(acme), acme.id(), patch);

        Tenant expected = new Tenant(
                acme.id(),
                new TenantName("New"),
                new Domain(domain),
                new Description("Text"),
                acme.maxUsers(),
                1,
                TenantStatus.ACTIVE,
                new Metadata(new Json("{\"b\":1,\"a\":2}")),
                made,
                now());
        assertThat(changed).isEqualTo(new Membership(expected, Role.ADMIN, false));
        assertThat(now(acme)).isEqualTo(expected);
        clock.move(Duration.ofMinutes(1));
        assertThat(changed(acme, TenantPatch.NOTHING.domain(null).description(null)))
                .isEqualTo(now(acme))
                .extracting(Tenant::domain, Tenant::description, Tenant::name)
                .containsExactly(null, null, new TenantName("New"));
    }

    @Test
    void theTrailHoldsTheFieldsThatChanged() {
        TenantPatch patch = RENAME.description(new Description("Text"));
        tenancy.tenants().update(ana.in(acme), acme.id(), patch);
        recorded(
                acme,
                ana.in(acme),
                ana.as(Actor.Kind.USER),
                AuditAction.TENANT_UPDATED,
                acme.id(),
                "{\"name\":\"" + acme.name() + "\",\"description\":null}",
                "{\"name\":\"New\",\"description\":\"Text\"}");
    }

    @Test
    void aPatchThatChangesNothingLeavesNoTrace() {
        State before = state(acme);
        tenancy.tenants().update(ana.in(acme), acme.id(), TenantPatch.NOTHING);
        Membership same = tenancy.tenants().update(ana.in(acme), acme.id(), TenantPatch.NOTHING.name(acme.name()));
        assertThat(same.tenant()).isEqualTo(acme);
        assertThat(state(acme)).isEqualTo(before);
    }

    @Test
    void seatsAndStatusAreTheOperators() {
        TenantPatch seats = TenantPatch.NOTHING.maxUsers(new SeatLimit(3));
        TenantPatch status = TenantPatch.NOTHING.status(TenantStatus.SUSPENDED);
        refused(ErrorCode.INSUFFICIENT_ROLE, acme, () -> tenancy.tenants().update(ana.in(acme), acme.id(), seats));
        refused(ErrorCode.INSUFFICIENT_ROLE, acme, () -> tenancy.tenants().update(ana.in(acme), acme.id(), status));

        Person otto = operator();
        Tenant changed = tenancy.tenants()
                .update(otto.caller(), acme.id(), seats.status(TenantStatus.SUSPENDED))
                .tenant();
        assertThat(changed.maxUsers()).isEqualTo(new SeatLimit(3));
        assertThat(changed.status()).isEqualTo(TenantStatus.SUSPENDED);
        recorded(
                acme,
                otto.caller(),
                otto.as(Actor.Kind.OPERATOR),
                AuditAction.TENANT_UPDATED,
                acme.id(),
                "{\"max_users\":25,\"status\":\"active\"}",
                "{\"max_users\":3,\"status\":\"suspended\"}");
    }

    @Test
    void aSuspendedTenantComesBack() {
        suspended(acme);
        refused(ErrorCode.TENANT_SUSPENDED, acme, () -> tenancy.tenants().update(ana.in(acme), acme.id(), RENAME));
        changed(acme, TenantPatch.NOTHING.status(TenantStatus.ACTIVE));
        assertThat(tenancy.tenants()
                        .update(ana.in(acme), acme.id(), RENAME)
                        .tenant()
                        .name())
                .isEqualTo(new TenantName("New"));
    }

    @Test
    void theSeatsCannotSinkUnderTheMembers() {
        memberOf(acme, Role.VIEWER);
        memberOf(acme, Role.VIEWER);
        refused(ErrorCode.SEAT_LIMIT_REACHED, acme, () -> limited(acme, 2));
        assertThat(limited(acme, 3).userCount()).isEqualTo(3);
    }

    @Test
    void aPatchDoesNotDelete() {
        TenantPatch patch = TenantPatch.NOTHING.status(TenantStatus.DELETED);
        refused(ErrorCode.INVALID_INPUT, acme, () -> changed(acme, patch));
    }

    @Test
    void aTenantThatDoesNotExistIsNotFound() {
        TenantId unknown = unknownTenant();
        refused(ErrorCode.TENANT_NOT_FOUND, () -> tenancy.tenants().update(HOST, unknown, RENAME));
    }

    @Test
    void anExpectationThatFailsLeavesNoTrace() {
        Membership read = tenancy.tenants().get(ana.in(acme), acme.id());
        tenancy.tenants().update(ana.in(acme), acme.id(), RENAME, read::equals);
        TenantPatch late = TenantPatch.NOTHING.name(new TenantName("Late"));
        refused(
                ErrorCode.PRECONDITION_FAILED,
                acme,
                () -> tenancy.tenants().update(ana.in(acme), acme.id(), late, read::equals));
    }

    @Test
    void theCurrentTenantStaysMarked() {
        tenancy.tenants().switchTo(ana.caller(), acme.id());
        assertThat(tenancy.tenants().update(ana.in(acme), acme.id(), RENAME).current())
                .isTrue();
    }
}
