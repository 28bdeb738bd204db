package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.SIGN_OUTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_USERS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;

import ai.callcenter.tenancy.access.Access;
import ai.callcenter.tenancy.access.User;
import ai.callcenter.tenancy.access.UserId;
import ai.callcenter.tenancy.store.Guarded;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
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

    private static final Field<Instant> SIGNED_OUT_AT =
            DSL.field(DSL.select(SIGN_OUTS.AT).from(SIGN_OUTS).where(SIGN_OUTS.USER_ID.eq(ANY)));

    private static final String CONTEXT = sql(DSL.select(Sql.setting("tenant_id", "?"), Sql.setting("user_id", "?")));
    private static final String ACCESS = access(DSL.noCondition());
    private static final String READ = CONTEXT + "; " + ACCESS;

    // Against other writers, and taken before the membership is read, so that what is read stays true. A stranger must
    // not be able to hold a tenant up, or to learn by a wait that there is one.
    private static final String LOCK_AS_HOST = CONTEXT + "; " + lock(DSL.noCondition()) + "; " + ACCESS;
    private static final String LOCK_AS_MEMBER = CONTEXT + "; " + lock(MEMBER) + "; " + ACCESS;

    // Whoever comes from outside may be a stranger. To one, a tenant and none are the same work too, so that the time
    // does not tell them apart: what it takes to be let in is looked at first, once, and the tenant only after that.
    private static final String LOCK_WITH_CALLER = CONTEXT + "; " + lock(MEMBER.or(OPERATOR)) + "; "
            + access(MEMBER.or(OPERATOR)) + "; "
            + sql(DSL.select(SIGNED_OUT_AT).select(Rows.USER).from(USERS).where(USERS.ID.eq(ANY)));

    private AccessQuery() {}

    static Access read(Connection connection, TenantId tenant, @Nullable UserId caller) throws SQLException {
        UUID id = tenant.value();
        FoundAccess found = new FoundAccess();
        Sql.results(connection, found.at(1, -1), READ, id.toString(), text(caller), user(caller), id, user(caller), id);
        return found.access();
    }

    /** The same together with other rows of the tenant. */
    static <T> Guarded<List<T>> readWith(
            Connection connection, TenantId tenant, @Nullable UserId caller, Sql.Row<T> row, Query query)
            throws SQLException {
        UUID id = tenant.value();
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, id.toString(), text(caller), user(caller), id, user(caller), id);
        values.addAll(Sql.DIALECT.extractBindValues(query));
        FoundAccess found = new FoundAccess();
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
        FoundAccess found = new FoundAccess();
        do { // again for one who became a member after the lock was tried
            if (user == null) {
                Sql.results(connection, found.at(2, -1), LOCK_AS_HOST, id.toString(), "", id, null, id, null, id);
            } else {
                Sql.results(
                        connection,
                        found.at(2, -1),
                        LOCK_AS_MEMBER,
                        id.toString(),
                        user.toString(),
                        id,
                        id,
                        user,
                        user,
                        id,
                        user,
                        id);
            }
        } while (found.belongsWithoutLock());
        return found.access();
    }

    /** The same with the user who calls, where a platform admin holds the tenant too. */
    static Guarded<Optional<User>> lockWithCaller(Connection connection, TenantId tenant, UserId caller)
            throws SQLException {
        UUID id = tenant.value();
        UUID user = caller.value();
        FoundAccess found = new FoundAccess();
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
                    user,
                    id,
                    user,
                    id,
                    id,
                    user,
                    user,
                    user,
                    user);
        } while (found.belongsWithoutLock());
        return new Guarded<>(found.access(), found.user());
    }

    private static String access(Condition allowed) {
        return sql(DSL.select(Rows.TENANT)
                .select(SIGNED_OUT_AT)
                .select(TENANT_USERS.EMAIL, TENANT_USERS.ROLE, TENANT_USERS.IS_CURRENT)
                .from(TENANTS)
                .leftJoin(TENANT_USERS)
                .on(TENANT_USERS.TENANT_ID.eq(ANY).and(TENANT_USERS.USER_ID.eq(ANY)))
                .where(TENANTS.ID.eq(ANY))
                .and(allowed));
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

    private static String text(@Nullable UserId caller) {
        return caller == null ? "" : caller.toString();
    }

    private static @Nullable UUID user(@Nullable UserId caller) {
        return caller == null ? null : caller.value();
    }
}
