package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Every wait has a bound: one that is not there shows only when a database hangs. */
class PoolTest {
    @Test
    void everyWaitForTheDatabaseIsBounded() throws Exception {
        try (JdbcTenancy tenancy = JdbcTenancy.open(TestPostgres.create().config());
                Connection connection = tenancy.connection();
                Statement statement = connection.createStatement()) {
            assertThat(connection.getNetworkTimeout()).as("socket, in ms").isEqualTo(4000);
            assertThat(setting(statement, "statement_timeout")).isEqualTo("5s");
            assertThat(setting(statement, "lock_timeout")).isEqualTo("2s");
            assertThat(setting(statement, "idle_in_transaction_session_timeout"))
                    .isEqualTo("10s");
        }
    }

    private static String setting(Statement statement, String name) throws Exception {
        try (ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }
}
