package ai.callcenter.tenancy.testing;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.Domain;
import ai.callcenter.tenancy.tenant.SeatLimit;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import ai.callcenter.tenancy.tenant.TenantPatch;
import ai.callcenter.tenancy.tenant.TenantStatus;

/**
 * A tenant of a test's. Each call is done at once, in the order in which it stands; what the use case refuses is thrown
 * as {@link TenancyException}.
 */
public final class TestTenant {
    private final Tenancy tenancy;
    private final TenantId id;

    TestTenant(Tenancy tenancy, TenantId id) {
        this.tenancy = tenancy;
        this.id = id;
    }

    /** Adds an admin. */
    public TestTenant admin(String email) {
        return with(email, Role.ADMIN);
    }

    /** Adds a member. */
    public TestTenant member(String email) {
        return with(email, Role.MEMBER);
    }

    /** Adds a viewer. */
    public TestTenant viewer(String email) {
        return with(email, Role.VIEWER);
    }

    /** Adds whoever has an e-mail in a role. */
    public TestTenant with(String email, Role role) {
        tenancy.members().add(TestTenancy.HOST, id, new Email(email), role);
        return this;
    }

    /** Sets how many seats it has. */
    public TestTenant seats(int seats) {
        return changed(TenantPatch.NOTHING.maxUsers(new SeatLimit(seats)));
    }

    /** Sets its domain. */
    public TestTenant domain(String domain) {
        return changed(TenantPatch.NOTHING.domain(new Domain(domain)));
    }

    /** Suspends it: no member gets in. */
    public TestTenant suspended() {
        return changed(TenantPatch.NOTHING.status(TenantStatus.SUSPENDED));
    }

    /** Deletes it. */
    public TestTenant deleted() {
        tenancy.tenants().delete(TestTenancy.HOST, id);
        return this;
    }

    /** Its id. */
    public TenantId id() {
        return id;
    }

    /** It, as it is now. */
    public Tenant now() {
        return tenancy.tenants().get(TestTenancy.HOST, id).tenant();
    }

    private TestTenant changed(TenantPatch patch) {
        tenancy.tenants().update(TestTenancy.HOST, id, patch);
        return this;
    }
}
