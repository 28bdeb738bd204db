package ai.callcenter.tenancy.member;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.UserId;
import java.time.Instant;

/**
 * A membership to be made.
 *
 * @param email whose
 * @param idIfUnknown the id of the user that is made when nobody has the e-mail yet
 * @param role what the member may do
 * @param joinedAt when the membership begins
 * @param entered whether the member has entered the tenant, as its founder has
 */
public record NewMember(Email email, UserId idIfUnknown, Role role, Instant joinedAt, boolean entered) {}
