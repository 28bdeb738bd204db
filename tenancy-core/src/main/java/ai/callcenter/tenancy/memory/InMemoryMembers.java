package ai.callcenter.tenancy.memory;

import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.member.Member;
import ai.callcenter.tenancy.member.NewMember;
import ai.callcenter.tenancy.member.RoleChange;
import ai.callcenter.tenancy.store.MemberStore;
import ai.callcenter.tenancy.store.Refusals;
import ai.callcenter.tenancy.tenant.TenantId;
import java.util.Optional;
import java.util.stream.Stream;

/** The members of one unit's tenant. */
record InMemoryMembers(Draft draft, TenantId id) implements MemberStore {
    /** One membership with what it is made of. */
    private record Found(TenantRows rows, MemberRow row, User user) {
        Member member() {
            return row.seen(rows.tenant().id(), user);
        }
    }

    @Override
    public Member add(NewMember member) {
        return draft.use(data -> add(data, id, member));
    }

    @Override
    public Optional<RoleChange> changeRole(Email email, Role role) {
        return draft.use(data -> find(data, email).map(found -> {
            found.rows().changeRole(found.row(), role);
            Member after = found.row().in(role).seen(id, found.user());
            return new RoleChange(found.member(), after);
        }));
    }

    @Override
    public Optional<Member> remove(Email email) {
        return draft.use(data -> find(data, email).map(found -> {
            found.rows().remove(found.row());
            data.users.leaveCurrent(found.user().id(), id);
            return found.member();
        }));
    }

    /**
     * Whether one is a member already comes before whether the tenant is deleted or full: PostgreSQL's unique key
     * speaks before its triggers do.
     */
    static Member add(Data data, TenantId id, NewMember member) {
        TenantRows rows = data.tenants.get(id);
        User user = data.users.named(member.email(), member.idIfUnknown(), member.joinedAt());
        if (rows.members.containsKey(user.id())) {
            throw Refusals.alreadyMember();
        }
        if (rows.deleted()) {
            throw Refusals.tenantDeleted();
        }
        MemberRow row = MemberRow.of(user, member);
        rows.add(row);
        return row.seen(id, user);
    }

    /** Everybody in a tenant; nobody where there is none. */
    static Stream<Member> all(Data data, TenantId id) {
        TenantRows rows = data.tenants.find(id);
        return rows == null
                ? Stream.empty()
                : rows.members.values().stream().map(row -> row.seen(id, data.users.get(row.user())));
    }

    private Optional<Found> find(Data data, Email email) {
        TenantRows rows = data.tenants.find(id);
        User user = data.users.find(email);
        if (rows == null || user == null) {
            return Optional.empty();
        }
        MemberRow row = rows.members.get(user.id());
        return row == null ? Optional.empty() : Optional.of(new Found(rows, row, user));
    }
}
