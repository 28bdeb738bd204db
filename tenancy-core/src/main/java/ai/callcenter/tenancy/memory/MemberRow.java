package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One membership.
 *
 * @param name what the member is called, copied when the member enters; null until then
 */
record MemberRow(UserId user, @Nullable String name, Role role, Instant joinedAt) {
    static MemberRow of(User user, NewMember member) {
        return new MemberRow(user.id(), member.entered() ? user.name() : null, member.role(), member.joinedAt());
    }

    MemberRow in(Role to) {
        return new MemberRow(user, name, to, joinedAt);
    }

    MemberRow entered(User as) {
        return new MemberRow(user, as.name(), role, joinedAt);
    }

    Member seen(TenantId tenant, User as) {
        return new Member(tenant, user, as.email(), name, role, joinedAt);
    }
}
