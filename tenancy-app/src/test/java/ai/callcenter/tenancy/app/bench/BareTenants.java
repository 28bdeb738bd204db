package ai.callcenter.tenancy.app.bench;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.javalin.http.NotFoundResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A tenant by its primary key. */
final class BareTenants {
    private final DataSource pool;

    BareTenants(DataSource pool) {
        this.pool = pool;
    }

    /** What the server answers with too. */
    record Tenant(
            UUID id,
            String name,
            @Nullable String domain,
            @Nullable String description,
            int maxUsers,
            int userCount,
            String status,
            @JsonRawValue String metadata,
            String createdAt,
            String updatedAt,
            String role,
            boolean current) {}

    Tenant find(UUID id, String role) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                    select name, domain, description, max_users, user_count, status, metadata, created_at, updated_at
                      from bare.tenants where id = ?""")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new NotFoundResponse();
                }
                return new Tenant(
                        id,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getInt(4),
                        row.getInt(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant().toString(),
                        row.getObject(9, OffsetDateTime.class).toInstant().toString(),
                        role,
                        false);
            }
        }
    }
}
