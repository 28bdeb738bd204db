package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.contract.StoreContract;
import ai.callcenter.tenancy.store.TenancyStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** The contract on a real PostgreSQL. */
class JdbcStoreTest extends StoreContract {
    private static final TestPostgres DATABASE = TestPostgres.create();
    private static final JdbcTenancy TENANCY =
            JdbcTenancy.open(DATABASE.config().withPoolSize(4));

    @AfterAll
    static void close() {
        TENANCY.close();
    }

    @Override
    public TenancyStore store() {
        return TENANCY.store();
    }

    @Override
    public List<String> platformTrail(String subject) {
        return platformTrail(DATABASE, subject);
    }

    static List<String> platformTrail(TestPostgres database, String subject) {
        try (Connection connection = database.superuser();
                PreparedStatement query = connection.prepareStatement("""
                    select concat_ws(' ', action, actor_kind, actor_name, coalesce(request_id, '-'))
                      from tenancy.platform_log where subject = ? order by at desc, id desc""")) {
            query.setString(1, subject);
            List<String> lines = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
