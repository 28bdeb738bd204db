package ai.callcenter.tenancy.session;

import ai.callcenter.tenancy.access.UserId;
import java.time.Instant;
import java.util.UUID;

/**
 * A chain of refresh tokens, each of which buys the next one; only the newest counts. It belongs to one member of one
 * tenant and ends with the membership.
 *
 * @param id what every token of the chain names
 * @param user the member
 * @param secretHash the newest token's secret, as {@link RefreshToken#hash} keeps it
 * @param authenticatedAt when the user proved who it is
 * @param openedAt when the first token was issued
 * @param expiresAt from when on none is accepted, however new
 */
public record Session(
        UUID id, UserId user, String secretHash, Instant authenticatedAt, Instant openedAt, Instant expiresAt) {}
