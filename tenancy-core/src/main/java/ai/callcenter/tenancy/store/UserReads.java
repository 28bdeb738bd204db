package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.member.Membership;
import ai.callcenter.tenancy.page.Page;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.TenantFilter;
import java.util.Optional;

/** What one user may see across the user's own tenants. */
public interface UserReads {
    /** The user. */
    Own<Optional<User>> me();

    /** The user's tenants, deleted ones left out, by name key and id. */
    Own<Page<Membership>> tenants(TenantFilter filter, PageRequest page);
}
