package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One membership: in which role, since when, and since when the member has been seen here. */
record MemberRow(
        UserId user, Role role, Instant joinedAt, @Nullable Instant enteredAt) {
    static MemberRow of(UserId user, NewMember member) {
        Instant enteredAt = member.entered() ? member.joinedAt() : null;
        return new MemberRow(user, member.role(), member.joinedAt(), enteredAt);
    }

    MemberRow in(Role to) {
        return new MemberRow(user, to, joinedAt, enteredAt);
    }

    MemberRow entered(Instant at) {
        return enteredAt != null ? this : new MemberRow(user, role, joinedAt, at);
    }

    /** The member as others in the tenant see it: the name only after the member has come in. */
    Member seen(TenantId tenant, User as) {
        return new Member(tenant, user, as.email(), enteredAt == null ? null : as.name(), role, joinedAt);
    }
}
