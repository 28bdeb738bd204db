package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_USERS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.store.Guarded;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Sets a tenant's context and reads the tenant and the caller's membership in it, in one round trip. This is on the
 * path of every request, so jOOQ writes the SQL once.
 */
final class AccessQuery {
    private static final UUID ANY = new UUID(0, 0);
    private static final Condition MEMBER = DSL.exists(DSL.selectOne()
            .from(TENANT_USERS)
            .where(TENANT_USERS.TENANT_ID.eq(ANY))
            .and(TENANT_USERS.USER_ID.eq(ANY)));
    private static final Condition OPERATOR = DSL.exists(
            DSL.selectOne().from(USERS).where(USERS.ID.eq(ANY)).and(USERS.ROLE.eq(DSL.inline("platform_admin"))));

    private static final String CONTEXT = sql(DSL.select(Sql.setting("tenant_id", "?")));
    private static final String ACCESS = sql(DSL.select(Rows.TENANT)
            .select(TENANT_USERS.EMAIL, TENANT_USERS.ROLE, TENANT_USERS.IS_CURRENT)
            .from(TENANTS)
            .leftJoin(TENANT_USERS)
            .on(TENANT_USERS.TENANT_ID.eq(ANY).and(TENANT_USERS.USER_ID.eq(ANY)))
            .where(TENANTS.ID.eq(ANY)));
    private static final String READ = CONTEXT + "; " + ACCESS;

    // Against other writers, and taken before the membership is read, so that what is read stays true. A stranger must
    // not be able to hold a tenant up, or to learn by a wait that there is one.
    private static final String LOCK_AS_HOST = CONTEXT + "; " + lock(DSL.noCondition()) + "; " + ACCESS;
    private static final String LOCK_AS_MEMBER = CONTEXT + "; " + lock(MEMBER) + "; " + ACCESS;
    private static final String LOCK_WITH_CALLER =
            sql(DSL.select(Sql.setting("tenant_id", "?"), Sql.setting("user_id", "?"))) + "; "
                    + lock(MEMBER.or(OPERATOR)) + "; " + ACCESS + "; "
                    + sql(DSL.select(Rows.USER).from(USERS).where(USERS.ID.eq(ANY)));

    private AccessQuery() {}

    static Access read(Connection connection, TenantId tenant, @Nullable UserId caller) throws SQLException {
        UUID id = tenant.value();
        Found found = new Found();
        Sql.results(connection, found.at(1, -1), READ, id.toString(), id, user(caller), id);
        return found.access();
    }

    /** The same together with other rows of the tenant. */
    static <T> Guarded<List<T>> readWith(
            Connection connection, TenantId tenant, @Nullable UserId caller, Sql.Row<T> row, Query query)
            throws SQLException {
        UUID id = tenant.value();
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, id.toString(), id, user(caller), id);
        values.addAll(Sql.DIALECT.extractBindValues(query));
        Found found = new Found();
        Sql.Results access = found.at(1, -1);
        List<T> rows = new ArrayList<>();
        Sql.results(
                connection,
                (index, set) -> {
                    access.read(index, set);
                    if (index == 2) {
                        Sql.read(set, row, rows);
                    }
                },
                READ + "; " + Sql.DIALECT.render(query),
                values.toArray());
        return new Guarded<>(found.access(), rows);
    }

    /** The same inside a transaction, where a member or the application itself holds the tenant until it ends. */
    static Access lock(Connection connection, TenantId tenant, @Nullable UserId caller) throws SQLException {
        UUID id = tenant.value();
        UUID user = user(caller);
        Found found = new Found();
        do { // again for one who became a member after the lock was tried
            if (user == null) {
                Sql.results(connection, found.at(2, -1), LOCK_AS_HOST, id.toString(), id, id, null, id);
            } else {
                Sql.results(connection, found.at(2, -1), LOCK_AS_MEMBER, id.toString(), id, id, user, id, user, id);
            }
        } while (found.belongsWithoutLock());
        return found.access();
    }

    /** The same with the user who calls, where a platform admin holds the tenant too. */
    static Guarded<Optional<User>> lockWithCaller(Connection connection, TenantId tenant, UserId caller)
            throws SQLException {
        UUID id = tenant.value();
        UUID user = caller.value();
        Found found = new Found();
        do {
            Sql.results(
                    connection,
                    found.at(2, 3),
                    LOCK_WITH_CALLER,
                    id.toString(),
                    user.toString(),
                    id,
                    id,
                    user,
                    user,
                    id,
                    user,
                    id,
                    user);
        } while (found.belongsWithoutLock());
        return new Guarded<>(found.access(), found.users.stream().findFirst());
    }

    /** What the statements of one round trip found. */
    private static final class Found {
        private final List<Access> access = new ArrayList<>(1);
        private final List<Integer> locks = new ArrayList<>(1);
        private final List<User> users = new ArrayList<>(1);

        /** Reads the results from the start; the one before the access is the lock's. */
        Sql.Results at(int accessAt, int userAt) {
            access.clear();
            locks.clear();
            users.clear();
            return (index, set) -> {
                if (index == accessAt) {
                    Sql.read(set, AccessQuery::access, access);
                } else if (index == userAt) {
                    Sql.read(set, Rows::user, users);
                } else if (index == accessAt - 1 && index > 0) {
                    Sql.read(set, Columns::number, locks);
                }
            };
        }

        Access access() {
            return access.isEmpty() ? new Access(null, null) : access.get(0);
        }

        boolean belongsWithoutLock() {
            boolean belongs = access().member() != null || users.stream().anyMatch(User::platformAdmin);
            return locks.isEmpty() && access().tenant() != null && belongs;
        }
    }

    private static Access access(Columns row) throws SQLException {
        Tenant tenant = Rows.tenant(row);
        String email = row.textOrNull();
        return new Access(
                tenant, email == null ? null : new Access.Member(new Email(email), Role.parse(row.text()), row.flag()));
    }

    private static String lock(Condition allowed) {
        return sql(DSL.selectOne()
                .from(TENANTS)
                .where(TENANTS.ID.eq(ANY))
                .and(allowed)
                .forNoKeyUpdate());
    }

    private static String sql(Select<?> query) {
        return Sql.DIALECT.render(query);
    }

    private static @Nullable UUID user(@Nullable UserId caller) {
        return caller == null ? null : caller.value();
    }
}
