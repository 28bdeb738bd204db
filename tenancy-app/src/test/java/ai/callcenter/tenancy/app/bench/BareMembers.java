package ai.callcenter.tenancy.app.bench;

import static ai.callcenter.tenancy.app.bench.BareTransactions.statement;
import static ai.callcenter.tenancy.app.bench.BareTransactions.text;
import static ai.callcenter.tenancy.app.bench.BareTransactions.update;

import io.javalin.http.ConflictResponse;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Members added and removed in one transaction each, with the seats, the last admin and the audit log kept. */
final class BareMembers {
    private final BareTransactions transactions;

    BareMembers(DataSource pool) {
        this.transactions = new BareTransactions(pool);
    }

    /** Who asks. */
    record Caller(UUID user, String email) {}

    /** What the server answers with too. */
    record Member(
            UUID tenantId,
            UUID userId,
            String email,
            @Nullable String name,
            String role,
            String joinedAt) {}

    Member add(UUID tenant, Caller caller, String email, String role) throws SQLException {
        return transactions.run(connection -> {
            boolean full = lock(connection, tenant).full();
            requireAdmin(connection, tenant, caller);
            if (full) {
                throw new ConflictResponse("seat_limit_reached");
            }
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            UUID user = user(connection, email, now);
            String insert = "insert into bare.tenant_users (tenant_id, user_id, email, role, joined_at)"
                    + " values (?, ?, ?, ?, ?) on conflict do nothing";
            if (update(connection, insert, tenant, user, email, role, now) == 0) {
                throw new ConflictResponse("already_member");
            }
            count(connection, tenant, 1, "admin".equals(role) ? 1 : 0);
            audit(connection, tenant, caller, now, "member.added", email, null, "{\"role\":\"" + role + "\"}");
            return new Member(tenant, user, email, null, role, Instant.from(now).toString());
        });
    }

    void remove(UUID tenant, Caller caller, String email) throws SQLException {
        transactions.run(connection -> {
            int admins = lock(connection, tenant).admins();
            requireAdmin(connection, tenant, caller);
            String delete = "delete from bare.tenant_users where tenant_id = ? and email = ? returning role";
            String role = text(connection, delete, tenant, email);
            if (role == null) {
                throw new NotFoundResponse();
            }
            if (role.equals("admin") && admins == 1) {
                throw new ConflictResponse("last_admin");
            }
            count(connection, tenant, -1, role.equals("admin") ? -1 : 0);
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            audit(connection, tenant, caller, now, "member.removed", email, "{\"role\":\"" + role + "\"}", null);
            return role;
        });
    }

    private record Seats(boolean full, int admins) {}

    private static Seats lock(Connection connection, UUID tenant) throws SQLException {
        String sql = "select user_count >= max_users, admin_count from bare.tenants"
                + " where id = ? and status = 'active' for no key update";
        try (PreparedStatement select = statement(connection, sql, tenant);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new ForbiddenResponse();
            }
            return new Seats(row.getBoolean(1), row.getInt(2));
        }
    }

    private static void requireAdmin(Connection connection, UUID tenant, Caller caller) throws SQLException {
        String sql = "select role from bare.tenant_users where tenant_id = ? and user_id = ?";
        if (!"admin".equals(text(connection, sql, tenant, caller.user()))) {
            throw new ForbiddenResponse();
        }
    }

    private static UUID user(Connection connection, String email, OffsetDateTime now) throws SQLException {
        String select = "select id from bare.users where email = ?";
        String known = text(connection, select, email);
        if (known == null) {
            String insert =
                    "insert into bare.users (id, email, created_at) values (?, ?, ?) on conflict (email) do nothing";
            update(connection, insert, UUID.randomUUID(), email, now);
            known = text(connection, select, email);
        }
        return UUID.fromString(String.valueOf(known));
    }

    private static void count(Connection connection, UUID tenant, int members, int admins) throws SQLException {
        String sql = "update bare.tenants set user_count = user_count + ?, admin_count = admin_count + ? where id = ?";
        update(connection, sql, members, admins, tenant);
    }

    private static void audit(Connection connection, UUID tenant, Caller caller, @Nullable Object... values)
            throws SQLException {
        String sql = "insert into bare.audit_log (tenant_id, id, actor_kind, actor_id, actor_name, at, action, subject,"
                + " before, after) values (?, ?, 'user', ?, ?, ?, ?, ?, ?::json, ?::json)";
        @Nullable
        Object[] all = {
            tenant,
            UUID.randomUUID(),
            caller.user(),
            caller.email(),
            values[0],
            values[1],
            values[2],
            values[3],
            values[4]
        };
        update(connection, sql, all);
    }
}
