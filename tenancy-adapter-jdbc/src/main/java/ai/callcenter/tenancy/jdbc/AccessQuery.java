package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANTS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.TENANT_USERS;
import static ai.callcenter.tenancy.jdbc.generated.Tables.USERS;

import ai.callcenter.tenancy.access.Access;
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
import java.util.UUID;
import org.jooq.Query;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Sets a tenant's context and reads the tenant and the caller's standing in it, in one round trip. This is on the path
 * of every request, so jOOQ writes the SQL once.
 */
final class AccessQuery {
    private static final String CONTEXT =
            Sql.DIALECT.render(DSL.select(Sql.setting("tenant_id", "?"), Sql.setting("user_id", "?")));

    /** Against other writers; taken before the standing is read, so that what is read stays true. */
    private static final String LOCK = Sql.DIALECT.render(
            DSL.selectOne().from(TENANTS).where(TENANTS.ID.eq(new UUID(0, 0))).forNoKeyUpdate());

    private static final String STANDING = Sql.DIALECT.render(standing(new UUID(0, 0), new UUID(0, 0)));

    private static final String READ = CONTEXT + "; " + STANDING;
    private static final String WRITE = CONTEXT + "; " + LOCK + "; " + STANDING;

    private AccessQuery() {}

    static Access read(Connection connection, TenantId tenant, @Nullable UserId caller) throws SQLException {
        UUID id = tenant.value();
        UUID user = caller == null ? null : caller.value();
        return first(connection, 1, READ, text(id), text(user), id, user, id, user);
    }

    /** The same inside a transaction, which holds the tenant until it ends. */
    static Access lock(Connection connection, TenantId tenant, @Nullable UserId caller) throws SQLException {
        UUID id = tenant.value();
        UUID user = caller == null ? null : caller.value();
        return first(connection, 2, WRITE, text(id), text(user), id, id, user, id, user);
    }

    /** The standing together with other rows of the tenant. */
    static <T> Guarded<List<T>> readWith(
            Connection connection, TenantId tenant, @Nullable UserId caller, Sql.Row<T> row, Query query)
            throws SQLException {
        UUID id = tenant.value();
        UUID user = caller == null ? null : caller.value();
        List<@Nullable Object> values = new ArrayList<>();
        Collections.addAll(values, text(id), text(user), id, user, id, user);
        values.addAll(Sql.DIALECT.extractBindValues(query));
        List<Access> standing = new ArrayList<>(1);
        List<T> rows = new ArrayList<>();
        Sql.results(
                connection,
                (index, set) -> {
                    if (index == 1) {
                        Sql.read(set, AccessQuery::access, standing);
                    } else if (index == 2) {
                        Sql.read(set, row, rows);
                    }
                },
                READ + "; " + Sql.DIALECT.render(query),
                values.toArray());
        return new Guarded<>(standing.get(0), rows);
    }

    private static Select<?> standing(UUID tenant, UUID user) {
        return DSL.select(Rows.TENANT)
                .select(Rows.USER)
                .select(TENANT_USERS.ROLE)
                .from(DSL.selectOne().asTable("one"))
                .leftJoin(TENANTS)
                .on(TENANTS.ID.eq(tenant))
                .leftJoin(USERS)
                .on(USERS.ID.eq(user))
                .leftJoin(TENANT_USERS)
                .on(TENANT_USERS.TENANT_ID.eq(tenant).and(TENANT_USERS.USER_ID.eq(user)));
    }

    private static Access access(Columns row) throws SQLException {
        Tenant tenant = null;
        if (row.absent()) {
            row.skip(Rows.TENANT.size());
        } else {
            tenant = Rows.tenant(row);
        }
        User user = null;
        if (row.absent()) {
            row.skip(Rows.USER.size());
        } else {
            user = Rows.user(row);
        }
        String role = row.textOrNull();
        return new Access(tenant, user, role == null ? null : Role.parse(role));
    }

    private static Access first(Connection connection, int statement, String sql, @Nullable Object... values)
            throws SQLException {
        List<Access> found = new ArrayList<>(1);
        Sql.results(
                connection,
                (index, set) -> {
                    if (index == statement) {
                        Sql.read(set, AccessQuery::access, found);
                    }
                },
                sql,
                values);
        return found.get(0);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
