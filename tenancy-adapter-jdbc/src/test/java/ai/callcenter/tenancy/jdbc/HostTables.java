package ai.callcenter.tenancy.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A database with a service's own tables beside the schema {@code tenancy}: the service's migrator owns them and has no
 * right to tenancy's tables; nor has the login that serves.
 */
final class HostTables {
    static final String OWNER = "test_host_owner";
    static final String APP = "test_host_app";
    static final Map<String, String> VALUES = values();

    private static final String ROLES = """
            do $$ begin
              create role %1$s login password 'test';
              create role %2$s login password 'test';
            exception when duplicate_object then null; end $$;
            create schema host authorization %1$s;
            grant usage on schema host to %2$s;
            """.formatted(OWNER, APP);

    private HostTables() {}

    /** A new database with an empty schema {@code host}. */
    static TestPostgres create() throws SQLException {
        TestPostgres database = TestPostgres.create();
        try (Connection superuser = database.superuser()) {
            TestPostgres.execute(superuser, ROLES);
        }
        return database;
    }

    static Connection connect(TestPostgres database, String login) throws SQLException {
        return DriverManager.getConnection(database.url(), login, "test");
    }

    private static Map<String, String> values() {
        return Map.of(
                "owner",
                OWNER,
                "app",
                APP,
                "acme",
                "00000000-0000-0000-0000-111111111111",
                "globex",
                "00000000-0000-0000-0000-222222222222");
    }

    /** The first column of what the last statement returns. */
    static List<String> lines(Connection connection, String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            boolean isRows = statement.execute(sql);
            while (isRows || statement.getUpdateCount() >= 0) {
                lines.clear();
                if (isRows) {
                    ResultSet rows = statement.getResultSet();
                    while (rows.next()) {
                        lines.add(rows.getString(1));
                    }
                }
                isRows = statement.getMoreResults();
            }
        }
        return lines;
    }
}
