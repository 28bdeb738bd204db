package ai.callcenter.tenancy.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/**
 * The migrator's connections, each the owner's until it is closed, so that the owner owns whatever a migration makes.
 * Not by Flyway: of its versions, some know no way that others do not warn about, and Flyway 11 goes back after a
 * callback to the role that it found.
 */
final class OwnerConnections {
    private OwnerConnections() {}

    static DataSource over(DataSource migrator) {
        return (DataSource) Proxy.newProxyInstance(
                OwnerConnections.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, values) -> {
                    Object result = TenantConnection.call(migrator, method, values);
                    return result instanceof Connection connection ? owners(connection) : result;
                });
    }

    private static Connection owners(Connection connection) throws SQLException {
        try {
            run(connection, "set role tenancy_owner");
        } catch (SQLException e) {
            try (connection) {
                String login = connection.getMetaData().getUserName();
                throw new FlywayException(
                        "the migrator's login may not become tenancy_owner: grant tenancy_owner to \"" + login + "\";",
                        e);
            }
        }
        return (Connection) Proxy.newProxyInstance(
                OwnerConnections.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    if (method.getName().equals("close") && !connection.isClosed()) {
                        giveBack(connection);
                    }
                    return TenantConnection.call(connection, method, values);
                });
    }

    /** To a pool of the host's, perhaps, whose next user is the migrator again. */
    private static void giveBack(Connection connection) throws SQLException {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            run(connection, "reset role");
        }
    }

    /** For good: in a transaction that is rolled back, the role would be too. */
    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        if (!connection.getAutoCommit()) {
            connection.commit();
        }
    }
}
