package ai.callcenter.tenancy.jdbc;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** The schemas in which a host keeps tables of its own; the rules find their names in the setting tenancy.schemas. */
record HostSchemas(List<String> names) {
    /** @throws IllegalArgumentException when there is no such schema */
    static HostSchemas of(Connection connection, Collection<String> schemas) throws SQLException {
        List<String> names = schemas.stream()
                .distinct()
                .filter(name -> !name.equals("tenancy"))
                .toList();
        for (String name : names) {
            try (PreparedStatement statement =
                    connection.prepareStatement("select from pg_catalog.pg_namespace where nspname = ?")) {
                statement.setString(1, name);
                try (ResultSet row = statement.executeQuery()) {
                    if (!row.next()) {
                        throw new IllegalArgumentException(
                                "There is no schema %s in the database %s".formatted(name, connection.getCatalog()));
                    }
                }
            }
        }
        return new HostSchemas(names);
    }

    boolean none() {
        return names.isEmpty();
    }

    /** Names them to the rules, until the end of the transaction. */
    void choose(Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select pg_catalog.set_config('tenancy.schemas', ?::text[]::text, true)")) {
            Array array = connection.createArrayOf("text", names.toArray());
            statement.setArray(1, array);
            statement.execute();
        }
    }
}
