package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.event.TenancyEvent.MemberAdded;
import ai.callcenter.tenancy.event.TenancyListener;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A listener is told inside the transaction, and may refuse. */
abstract class ListenerContract extends Contract {
    private final Person ana = person("Ana");
    private final Tenant acme = tenantOf(ana);
    private final String name = "listener-" + unique();
    private final List<TenancyEvent> delivered = new ArrayList<>();
    private final Dispatcher dispatcher = tenancy.events().subscribe(name, delivered::add);

    ListenerContract(Harness harness) {
        super(harness);
    }

    @AfterEach
    void unsubscribe() {
        tenancy.events().unsubscribe(name);
    }

    private Tenancy with(TenancyListener... listeners) {
        Tenancy.Builder builder = Tenancy.builder(store).clock(clock);
        for (TenancyListener listener : listeners) {
            builder.listener(listener);
        }
        return builder.build();
    }

    private static TenancyListener refusing(Throwable why) {
        return event -> {
            if (why instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) why;
        };
    }

    @Test
    void isToldEachEventOnceInTheOrderGiven() {
        List<String> told = new ArrayList<>();
        Tenancy heard = with(event -> told.add("first " + event.name()), event -> told.add("second " + event.name()));
        heard.tenants().create(ana.caller(), NewTenant.named("Heard"));
        assertThat(told)
                .containsExactly(
                        "first tenant.created", "second tenant.created", "first member.added", "second member.added");
    }

    @Test
    void isToldWhatSubscriptionsAreToldLater() {
        List<TenancyEvent> told = new ArrayList<>();
        with(told::add).members().add(HOST, acme.id(), email("new"), Role.VIEWER);
        assertThat(dispatcher.poll()).isTrue();
        assertThat(delivered).isEqualTo(told).hasSize(1);
    }

    @Test
    void whatItRefusesLeavesNoTraceAndNoEvent() {
        Tenancy guarded = with(event -> {
            if (event instanceof MemberAdded added && added.member().role() != Role.VIEWER) {
                throw TenancyException.refused("Only viewers may be added; choose that role.");
            }
        });
        refused(
                ErrorCode.REFUSED_BY_LISTENER,
                acme,
                () -> guarded.members().add(HOST, acme.id(), email("new"), Role.ADMIN));
        guarded.members().add(HOST, acme.id(), email("new"), Role.VIEWER);
        assertThat(dispatcher.poll()).isTrue();
        assertThat(dispatcher.poll()).isFalse();
        assertThat(delivered).hasSize(1);
    }

    @Test
    void whateverItThrowsIsThrownAndRollsBack() {
        State before = state(acme);
        for (Throwable why : List.of(new IllegalStateException("a bug"), new AssertionError("an assertion"))) {
            assertThatThrownBy(() -> with(refusing(why)).members().add(HOST, acme.id(), email("new"), Role.VIEWER))
                    .isSameAs(why);
        }
        assertThat(state(acme)).isEqualTo(before);
        assertThat(dispatcher.poll()).isFalse();
    }

    @Test
    void theSecondEventOfATransactionRefusesAllOfIt() {
        String wanted = "Refused " + unique();
        Tenancy guarded = with(event -> {
            if (event instanceof MemberAdded) {
                throw TenancyException.refused("Nobody founds a tenant here.");
            }
        });
        refused(ErrorCode.REFUSED_BY_LISTENER, () -> guarded.tenants().create(ana.caller(), NewTenant.named(wanted)));
        assertThat(tenancy.tenants().mine(ana.caller(), TenantFilter.ALL, ALL).items())
                .noneMatch(mine -> mine.tenant().name().value().equals(wanted));
        assertThat(dispatcher.poll()).isFalse();
    }

    @Test
    void opensNoUnitAndReadsNothing() {
        List<Runnable> nested = List.of(
                () -> tenancy.members().add(HOST, acme.id(), email("nested"), Role.VIEWER),
                () -> tenancy.tenants().get(HOST, acme.id()),
                () -> tenancy.events().backlog(name),
                dispatcher::poll);
        State before = state(acme);
        for (Runnable each : nested) {
            assertThatThrownBy(
                            () -> with(event -> each.run()).members().add(HOST, acme.id(), email("new"), Role.VIEWER))
                    .isInstanceOf(IllegalStateException.class);
        }
        assertThat(state(acme)).isEqualTo(before);
    }
}
