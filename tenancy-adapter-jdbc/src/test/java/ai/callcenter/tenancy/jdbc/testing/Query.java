package ai.callcenter.tenancy.jdbc.testing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement with bound parameters, and what comes of it. */
final class Query {
    private Query() {}

    /** What is made of a row. */
    @FunctionalInterface
    interface Reader<T extends @Nullable Object> {
        T of(ResultSet row) throws SQLException;
    }

    static <T extends @Nullable Object> List<T> list(
            Connection connection, String sql, Reader<T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(reader.of(rows));
            }
            return list;
        }
    }

    /** How many rows it changed. */
    static long change(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = bound(connection, sql, values)) {
            return statement.executeLargeUpdate();
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
