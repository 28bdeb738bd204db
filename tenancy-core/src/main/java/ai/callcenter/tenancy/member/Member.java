package ai.callcenter.tenancy.member;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user's membership in a tenant; it takes one seat.
 *
 * @param tenant the tenant
 * @param user the user
 * @param email the user's address
 * @param name what the user is called; null until the user has entered this tenant, so that adding an e-mail does not
 *     tell whether it has an account
 * @param role what the member may do
 * @param joinedAt when the membership began
 */
public record Member(
        TenantId tenant, UserId user, Email email, @Nullable String name, Role role, Instant joinedAt) {}
