package ai.callcenter.tenancy.member;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.tenant.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * A tenant as a caller sees it.
 *
 * @param tenant the tenant
 * @param role the caller's role; null for an operator or a host that is not a member
 * @param current whether it is the caller's stored current tenant
 */
public record Membership(Tenant tenant, @Nullable Role role, boolean current) {}
