package ai.callcenter.tenancy.store;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.member.RoleChange;
import java.util.Optional;

/** The members of one unit's tenant. */
public interface MemberStore {
    /**
     * Adds a member; the user is made when nobody has the e-mail yet.
     *
     * @throws TenancyException {@code already_member}, {@code seat_limit_reached}, {@code tenant_deleted},
     *     {@code tenant_not_found}
     */
    Member add(NewMember member);

    /**
     * Changes a member's role.
     *
     * @return the member before and after; empty when the e-mail is no member's
     * @throws TenancyException {@code last_admin}
     */
    Optional<RoleChange> changeRole(Email email, Role role);

    /**
     * Ends a membership; the tenant is not the user's current one any more.
     *
     * @return the member as it was; empty when the e-mail is no member's
     * @throws TenancyException {@code last_admin}
     */
    Optional<Member> remove(Email email);
}
