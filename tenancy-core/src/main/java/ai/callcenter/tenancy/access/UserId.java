package ai.callcenter.tenancy.access;

import java.util.UUID;

/**
 * The identity of a user, the same in all of the user's tenants.
 *
 * @param value the id, random: it tells nothing about the user
 */
public record UserId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
