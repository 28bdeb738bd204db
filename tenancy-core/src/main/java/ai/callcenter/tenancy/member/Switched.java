package ai.callcenter.tenancy.member;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.tenant.Tenant;

/**
 * A user who has just made a tenant the current one: all that a token for it needs.
 *
 * @param user the user
 * @param tenant the tenant
 * @param role the user's role in it
 */
public record Switched(User user, Tenant tenant, Role role) {}
