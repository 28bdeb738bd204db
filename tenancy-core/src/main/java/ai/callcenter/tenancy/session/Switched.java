package ai.callcenter.tenancy.session;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.tenant.Tenant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user who has just come to act in a tenant, by a switch or a refresh: all that a token for it needs.
 *
 * @param user the user
 * @param tenant the tenant
 * @param role the user's role in it
 * @param authenticatedAt when the user proved who it is; a later sign-out ends what was issued since
 * @param endsAt from when on the user has to prove it again; a token must not live longer
 * @param refreshToken what the next token can be had for, once; null where none was asked for
 */
public record Switched(
        User user,
        Tenant tenant,
        Role role,
        Instant authenticatedAt,
        Instant endsAt,
        @Nullable RefreshToken refreshToken) {}
