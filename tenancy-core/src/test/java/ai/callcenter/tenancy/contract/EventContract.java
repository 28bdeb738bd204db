package ai.callcenter.tenancy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.event.Origin;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.event.TenancyEvent.ConfigDeleted;
import ai.callcenter.tenancy.event.TenancyEvent.ConfigSet;
import ai.callcenter.tenancy.event.TenancyEvent.MemberAdded;
import ai.callcenter.tenancy.event.TenancyEvent.MemberRemoved;
import ai.callcenter.tenancy.event.TenancyEvent.MemberRoleChanged;
import ai.callcenter.tenancy.event.TenancyEvent.TenantCreated;
import ai.callcenter.tenancy.event.TenancyEvent.TenantDeleted;
import ai.callcenter.tenancy.event.TenancyEvent.TenantReactivated;
import ai.callcenter.tenancy.event.TenancyEvent.TenantSuspended;
import ai.callcenter.tenancy.event.TenancyEvent.TenantUpdated;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.Metadata;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantName;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import ai.callcenter.tenancy.text.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which events each use case makes, and what is in them. */
abstract class EventContract extends Contract {
    private static final ConfigKey KEY = new ConfigKey("key");

    private final Person ana = person("Ana");
    private final String name = "events-" + unique();
    private final List<TenancyEvent> events = new ArrayList<>();
    private final Dispatcher dispatcher = tenancy.events().subscribe(name, events::add);

    EventContract(Harness harness) {
        super(harness);
    }

    @AfterEach
    void unsubscribe() {
        dispatcher.close();
        tenancy.events().unsubscribe(name);
    }

    private List<TenancyEvent> told() {
        events.clear();
        while (dispatcher.poll()) {
            assertThat(events).isNotEmpty();
        }
        return List.copyOf(events);
    }

    /** The events since the last time, but for where they come from. */
    private void told(TenancyEvent... expected) {
        List<TenancyEvent> told = told();
        assertThat(told).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat(told.get(i))
                    .usingRecursiveComparison()
                    .ignoringFields("origin.id")
                    .isEqualTo(expected[i]);
        }
    }

    private Origin by(Tenant tenant, Actor.Kind kind) {
        return new Origin(
                tenant.id().value(),
                tenant.id(),
                now(),
                ana.as(kind),
                ana.caller().requestId());
    }

    private Origin byAna(Tenant tenant) {
        return by(tenant, Actor.Kind.USER);
    }

    private Origin byHost(Tenant tenant) {
        return new Origin(tenant.id().value(), tenant.id(), now(), HOST_ACTOR, HOST.requestId());
    }

    @Test
    void aTenantIsCreatedWithItsFirstAdmin() {
        Tenant acme = tenantOf(ana);
        Member admin = members(acme).getFirst();
        Member founder = new Member(acme.id(), ana.id(), ana.email(), "Ana", Role.ADMIN, now());
        assertThat(admin).isEqualTo(founder);
        told(new TenantCreated(byAna(acme), acme), new MemberAdded(byAna(acme), founder));
    }

    @Test
    void theFirstAdminWhomSomebodyElseChoseIsKnownByItsId() {
        Tenant acme = tenancy.tenants()
                .create(HOST, NewTenant.named("Acme"), ana.email())
                .tenant();
        Member admin = new Member(acme.id(), ana.id(), ana.email(), null, Role.ADMIN, now());
        told(new TenantCreated(byHost(acme), acme), new MemberAdded(byHost(acme), admin));
    }

    @Test
    void aTenantWithoutMembersIsCreated() {
        Tenant empty = tenancy.tenants()
                .create(HOST, NewTenant.named("Empty \"\\ ünïcode 😀"))
                .tenant();
        told(new TenantCreated(byHost(empty), empty));
    }

    @Test
    void aTenantIsUpdated() {
        Tenant acme = tenantOf(ana);
        told();
        TenantPatch patch = TenantPatch.NOTHING
                .name(new TenantName("Other"))
                .domain(new Domain(unique() + ".example"))
                .metadata(new Metadata(new Json("{\"n\": 1.50, \"deep\": {\"null\": null}}")));
        Tenant after = tenancy.tenants().update(ana.in(acme), acme.id(), patch).tenant();
        told(new TenantUpdated(byAna(acme), acme, after));
        tenancy.tenants().update(ana.in(acme), acme.id(), patch);
        told();
        assertThat(events).as("a patch that changes nothing").isEmpty();
    }

    @Test
    void aTenantIsSuspendedAndReactivated() {
        Tenant acme = tenantOf(ana);
        told();
        Tenant suspended = suspended(acme);
        told(new TenantSuspended(byHost(acme), suspended));
        TenantPatch patch = TenantPatch.NOTHING.status(TenantStatus.ACTIVE).name(new TenantName("Other"));
        Tenant after = changed(acme, patch);
        told(new TenantUpdated(byHost(acme), suspended, after), new TenantReactivated(byHost(acme), after));
    }

    @Test
    void aTenantIsDeletedAndWhatWaitedArrives() {
        Tenant acme = tenantOf(ana);
        deleted(acme);
        assertThat(told())
                .extracting(TenancyEvent::name)
                .containsExactly("tenant.created", "member.added", "tenant.deleted");
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        TenantDeleted.class,
                        deleted -> assertThat(deleted.tenant()).isEqualTo(acme));
    }

    @Test
    void membersComeChangeAndGo() {
        Tenant acme = tenantOf(ana);
        Person bob = person("Bob");
        told();
        Member added = tenancy.members().add(ana.in(acme), acme.id(), bob.email(), Role.VIEWER);
        assertThat(added.user()).isEqualTo(bob.id());
        told(new MemberAdded(byAna(acme), added));
        Member changed = tenancy.members().changeRole(ana.in(acme), acme.id(), bob.email(), Role.ADMIN);
        told(new MemberRoleChanged(byAna(acme), changed, Role.VIEWER));
        tenancy.members().changeRole(ana.in(acme), acme.id(), bob.email(), Role.ADMIN);
        assertThat(told()).as("the role that it has").isEmpty();
        tenancy.members().remove(ana.in(acme), acme.id(), bob.email());
        told(new MemberRemoved(byAna(acme), changed, false));
        Person cleo = memberOf(acme, Role.ADMIN);
        Member self = members(acme).stream()
                .filter(member -> member.user().equals(ana.id()))
                .findFirst()
                .orElseThrow();
        told();
        tenancy.members().remove(ana.in(acme), acme.id(), ana.email());
        told(new MemberRemoved(byAna(acme), self, true));
        assertThat(members(acme)).extracting(Member::user).containsExactly(cleo.id());
    }

    @Test
    void configurationIsSetAndDeletedAsItWasWritten() {
        Tenant acme = tenantOf(ana);
        told();
        Json deep = new Json("[".repeat(Json.MAX_DEPTH) + " 1.0 " + "]".repeat(Json.MAX_DEPTH));
        Json text = new Json("\"\\u00e4 \\\" \"");
        Json nothing = new Json("null");
        tenancy.configs().put(ana.in(acme), acme.id(), KEY, deep);
        tenancy.configs().put(ana.in(acme), acme.id(), KEY, nothing);
        tenancy.configs().put(ana.in(acme), acme.id(), KEY, text);
        tenancy.configs().delete(ana.in(acme), acme.id(), KEY);
        told(
                new ConfigSet(byAna(acme), KEY, null, deep),
                new ConfigSet(byAna(acme), KEY, deep, nothing),
                new ConfigSet(byAna(acme), KEY, nothing, text),
                new ConfigDeleted(byAna(acme), KEY, text));
    }

    @Test
    void eachHasAnIdOfItsOwnAndItsTenant() {
        Tenant acme = tenantOf(ana);
        Tenant globex = tenantOf(ana);
        List<TenancyEvent> told = told();
        assertThat(told).extracting(TenancyEvent::id).doesNotHaveDuplicates();
        assertThat(told).extracting(TenancyEvent::tenantId).containsOnly(acme.id(), globex.id());
    }

    @Test
    void signInsSwitchesAndReadsAreNone() {
        Tenant acme = tenantOf(ana);
        told();
        signedIn(ana.identity());
        tenancy.tenants().openSession(ana.caller(), acme.id());
        state(acme);
        tenancy.sessions().signOut(ana.caller());
        assertThat(told()).isEmpty();
    }
}
