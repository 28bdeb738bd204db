package ai.callcenter.tenancy.contract;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.Actor;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.MemberFilter;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Tenancy over the store under test, with people and tenants that no other test has met. */
public abstract class World {
    /** The issuer of everybody's identity. */
    protected static final String ISSUER = "https://idp.example";

    /** The application itself. */
    protected static final Caller.Host HOST = Caller.host("contract").during("request of the host");

    /** The application itself as the trail names it. */
    protected static final Actor HOST_ACTOR = new Actor(Actor.Kind.HOST, null, "contract");

    /** A page that shows all that a test has made. */
    protected static final PageRequest ALL = PageRequest.first(PageRequest.MAX_LIMIT);

    protected final Harness harness;
    protected final TenancyStore store;
    protected final MovingClock clock = new MovingClock();
    protected final Tenancy tenancy;

    protected World(Harness harness) {
        this.harness = harness;
        this.store = harness.store();
        this.tenancy = Tenancy.builder(store).clock(clock).build();
    }

    /** All that a tenant has. */
    protected record State(Tenant tenant, List<Member> members, List<ConfigEntry> configs, List<AuditEntry> trail) {}

    /** Text that no other test has. */
    protected static String unique() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    protected static TenantId unknownTenant() {
        return new TenantId(UUID.randomUUID());
    }

    /** An address of nobody yet. */
    protected static Email email(String who) {
        return new Email(who.toLowerCase(Locale.ROOT).replaceAll("[^a-z].*", "") + "." + unique() + "@people.example");
    }

    protected static Identity identity(Email email, String name) {
        return new Identity(ISSUER, unique(), email, true, name);
    }

    protected Person person(String name) {
        return signedIn(identity(email(name), name));
    }

    protected Person signedIn(Identity identity) {
        return new Person(tenancy.users().signIn(identity), identity);
    }

    /** A platform admin, beside those that there are. */
    protected Person operator() {
        Person otto = person("Otto");
        store.asPlatform(null, "contract", unit -> {
            unit.grantPlatformAdmin(otto.email(), new UserId(UUID.randomUUID()), clock.instant());
            return true;
        });
        return otto;
    }

    /** A tenant with one admin. */
    protected Tenant tenantOf(Person founder) {
        return tenancy.tenants()
                .create(founder.caller(), NewTenant.named("Tenant " + unique()))
                .tenant();
    }

    /** A person who has signed in and is a member, but has not entered the tenant. */
    protected Person memberOf(Tenant tenant, Role role) {
        Person person = person(role.wire());
        tenancy.members().add(HOST, tenant.id(), person.email(), role);
        return person;
    }

    protected Tenant limited(Tenant tenant, int seats) {
        return changed(tenant, TenantPatch.NOTHING.maxUsers(new SeatLimit(seats)));
    }

    protected Tenant suspended(Tenant tenant) {
        return changed(tenant, TenantPatch.NOTHING.status(TenantStatus.SUSPENDED));
    }

    protected Tenant changed(Tenant tenant, TenantPatch patch) {
        return tenancy.tenants().update(HOST, tenant.id(), patch).tenant();
    }

    protected Tenant deleted(Tenant tenant) {
        tenancy.tenants().delete(HOST, tenant.id());
        return now(tenant);
    }

    /** A tenant as it is now. */
    protected Tenant now(Tenant tenant) {
        return tenancy.tenants().get(HOST, tenant.id()).tenant();
    }

    protected List<Member> members(Tenant tenant) {
        return tenancy.members().list(HOST, tenant.id(), MemberFilter.ALL, ALL).items();
    }

    /** A tenant's trail, newest first. */
    protected List<AuditEntry> trail(Tenant tenant) {
        return tenancy.audit().list(HOST, tenant.id(), ALL).items();
    }

    protected State state(Tenant tenant) {
        return new State(
                now(tenant),
                members(tenant),
                tenancy.configs().list(HOST, tenant.id(), ALL).items(),
                trail(tenant));
    }
}
