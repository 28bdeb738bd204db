package ai.callcenter.tenancy.access;

import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person known to the service. One who was added by e-mail and has not signed in yet is not {@code claimed}.
 *
 * @param id the person's identity here
 * @param email the address, unique among users
 * @param name what the person is called, once known
 * @param claimed whether somebody has signed in as this user
 * @param platformAdmin whether the user is an operator of the platform
 * @param currentTenant the tenant last switched to, while still a member of it
 * @param createdAt when the user became known
 */
public record User(
        UserId id,
        Email email,
        @Nullable String name,
        boolean claimed,
        boolean platformAdmin,
        @Nullable TenantId currentTenant,
        Instant createdAt) {

    /** A user whom somebody named by e-mail and who has not signed in yet. */
    public static User named(UserId id, Email email, Instant at) {
        return new User(id, email, null, false, false, null, at);
    }
}
