package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The operator's door: one transaction over all tenants. */
public interface PlatformUnit {
    /** The user who opened the door; empty for the application itself. */
    Own<Optional<User>> operator();

    /** Every customer's tenants, by name key and id. */
    Page<Tenant> tenants(TenantFilter filter, PageRequest page);

    /** The platform admins. */
    List<User> platformAdmins();

    /** Makes the user with this e-mail a platform admin; the user is made when there is none. */
    void grantPlatformAdmin(Email email, UserId idIfUnknown, Instant at);

    /** Makes a user an ordinary one. */
    void revokePlatformAdmin(UserId user);

    /** Adds a line, without a tenant, to the trail; it is written with the commit. */
    void record(AuditEntry entry);
}
