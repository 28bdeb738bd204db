package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.tenant.Tenant;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the statements of an {@link AccessQuery} found, all in one round trip. */
final class FoundAccess {
    private final List<Access> access = new ArrayList<>(1);
    private final List<Integer> locks = new ArrayList<>(1);
    private final List<User> users = new ArrayList<>(1);
    private @Nullable Instant signedOutAt;

    /** Reads the results from the start; the one before the access is the lock's. */
    Sql.Results at(int accessAt, int userAt) {
        access.clear();
        locks.clear();
        users.clear();
        signedOutAt = null;
        return (index, set) -> {
            if (index == accessAt) {
                Sql.read(set, FoundAccess::access, access);
            } else if (index == userAt) {
                Sql.read(set, this::user, users);
            } else if (index == accessAt - 1 && index > 0) {
                Sql.read(set, Columns::number, locks);
            }
        };
    }

    Access access() {
        return access.isEmpty() ? new Access(null, null, signedOutAt) : access.get(0);
    }

    Optional<User> user() {
        return users.stream().findFirst();
    }

    boolean belongsWithoutLock() {
        boolean belongs = access().member() != null || users.stream().anyMatch(User::platformAdmin);
        return locks.isEmpty() && access().tenant() != null && belongs;
    }

    private User user(Columns row) throws SQLException {
        signedOutAt = row.timeOrNull();
        return Rows.user(row);
    }

    private static Access access(Columns row) throws SQLException {
        Tenant tenant = Rows.tenant(row);
        Instant signedOutAt = row.timeOrNull();
        String email = row.textOrNull();
        Access.Member member =
                email == null ? null : new Access.Member(new Email(email), Role.parse(row.text()), row.flag());
        return new Access(tenant, member, signedOutAt);
    }
}
