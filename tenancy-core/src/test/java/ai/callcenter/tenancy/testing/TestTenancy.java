package ai.callcenter.tenancy.testing;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Identity;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.memory.InMemoryTenancy;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.store.TenancyStore;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tenancy for tests: tenants with their members by a line, callers by their e-mail, and what happened. What it does,
 * it does through the use cases of {@link Tenancy} as the host {@code test}, so the rules hold in tests too. Safe for
 * use by many threads.
 */
public final class TestTenancy {
    /** The issuer of everybody's identity; the subject is the e-mail. */
    public static final String ISSUER = "https://identity.test";

    static final Caller.Host HOST = Caller.host("test");

    private final Tenancy tenancy;
    private final @Nullable TestClock clock;

    private TestTenancy(Tenancy tenancy, @Nullable TestClock clock) {
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** An empty one without a database, whose clock stands still. */
    public static TestTenancy create() {
        return on(InMemoryTenancy.create().store());
    }

    /** One over a store, such as {@code JdbcTenancy.store()}, whose clock stands still. */
    public static TestTenancy on(TenancyStore store) {
        TestClock clock = TestClock.now();
        return new TestTenancy(Tenancy.builder(store).clock(clock).build(), clock);
    }

    /** One over a tenancy of the host's, with the host's settings and clock. */
    public static TestTenancy over(Tenancy tenancy) {
        return new TestTenancy(tenancy, null);
    }

    /** The use cases, to be given to what is tested. */
    public Tenancy tenancy() {
        return tenancy;
    }

    /**
     * The time.
     *
     * @throws IllegalStateException where the tenancy, and so the clock, is the host's
     */
    public TestClock clock() {
        if (clock == null) {
            throw new IllegalStateException(
                    "this tenancy has a clock of its own; TestTenancy.on(store) makes one whose clock can be set");
        }
        return clock;
    }

    /**
     * Makes a tenant, without members.
     *
     * @throws TenancyException {@code invalid_input} when it is no name
     */
    public TestTenant tenant(String name) {
        return new TestTenant(
                tenancy,
                tenancy.tenants().create(HOST, NewTenant.named(name)).tenant().id());
    }

    /**
     * Whoever has an e-mail, signed in and in no tenant yet.
     *
     * @throws TenancyException {@code invalid_input} when it is no e-mail
     */
    public Caller.User user(String email) {
        Email address = new Email(email);
        return Caller.user(tenancy.users().signIn(new Identity(ISSUER, address.value(), address, true, null)));
    }

    /**
     * Whoever has an e-mail, signed in and acting in a tenant; a member of it or not, so that a test can see what is
     * refused.
     *
     * @throws TenancyException {@code invalid_input} when it is no e-mail
     */
    public Caller.User caller(String email, TenantId tenant) {
        return user(email).in(tenant);
    }

    /** A tenant's trail, newest first, up to {@value PageRequest#MAX_LIMIT} lines. */
    public List<AuditEntry> trail(TenantId tenant) {
        return tenancy.audit()
                .list(HOST, tenant, PageRequest.first(PageRequest.MAX_LIMIT))
                .items();
    }

    /** Records the events that are committed from now on, until it is closed. */
    public RecordedEvents record() {
        return new RecordedEvents(tenancy, "test-" + UUID.randomUUID());
    }
}
