package ai.callcenter.tenancy.jdbc.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** A tenant that a pool's connection still carries. */
final class LeftContext {
    private static final String LEFT = """
            select name || ' = ' || current_setting(name, true)
              from unnest('{tenancy.tenant_id,tenancy.seal}'::text[]) as name
             where current_setting(name, true) <> ''""";

    private LeftContext() {}

    /** Fails where the connection that the pool hands out next carries one. */
    static void refuse(DataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            List<String> left = Query.list(connection, LEFT, row -> row.getString(1));
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            if (!left.isEmpty()) {
                fail("A connection came out of the pool with a tenant's context, " + String.join(", ", left)
                        + ", so whoever gets it works for that tenant. Set it for one transaction alone: TenantDataSource,"
                        + " or set_config('tenancy.tenant_id', ?, true).");
            }
        }
    }
}
