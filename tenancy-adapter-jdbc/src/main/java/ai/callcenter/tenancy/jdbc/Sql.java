package ai.callcenter.tenancy.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSON;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Statements that jOOQ wrote, sent together: several of them in one round trip, which outside of a transaction is one
 * implicit transaction (PostgreSQL's protocol, 54.2.3: up to the next Sync). jOOQ itself would make a round trip of
 * each, and four of a transaction.
 */
final class Sql {
    /** Writes SQL; holds no connection. */
    static final DSLContext DIALECT = DSL.using(SQLDialect.POSTGRES);

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T extends @Nullable Object> {
        T read(Columns columns) throws SQLException;
    }

    private Sql() {}

    /** A setting for the rest of the transaction. */
    static Field<String> setting(String name, @Nullable Object value) {
        return DSL.field(
                "set_config({0}, {1}, true)",
                String.class, DSL.inline("tenancy." + name), DSL.val(value == null ? "" : value.toString()));
    }

    /** What becomes of the rows that each statement returned, in order. */
    @FunctionalInterface
    interface Results {
        void read(int statement, ResultSet rows) throws SQLException;
    }

    /** Runs the queries in order and reads the rows of the last one. */
    static <T> List<T> rows(Connection connection, Row<T> row, Query... queries) throws SQLException {
        List<T> rows = new ArrayList<>();
        results(
                connection,
                (index, set) -> {
                    if (index == queries.length - 1) {
                        read(set, row, rows);
                    }
                },
                queries);
        return rows;
    }

    /** The same for at most one row. */
    static <T> Optional<T> row(Connection connection, Row<T> row, Query... queries) throws SQLException {
        return rows(connection, row, queries).stream().findFirst();
    }

    /** Runs queries whose rows do not matter. */
    static void run(Connection connection, Query... queries) throws SQLException {
        results(connection, (index, rows) -> {}, queries);
    }

    /** Runs the queries in order and hands on what each returned. */
    static void results(Connection connection, Results results, Query... queries) throws SQLException {
        List<String> texts = new ArrayList<>(queries.length);
        List<@Nullable Object> values = new ArrayList<>();
        for (Query query : queries) {
            texts.add(DIALECT.render(query));
            values.addAll(DIALECT.extractBindValues(query));
        }
        results(connection, results, String.join("; ", texts), values.toArray());
    }

    /** The same for SQL that is already written. */
    static void results(Connection connection, Results results, String sql, @Nullable Object... values)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                bind(statement, i + 1, values[i]);
            }
            boolean isRows = statement.execute();
            for (int index = 0; isRows || statement.getUpdateCount() >= 0; index++) {
                if (isRows) {
                    try (ResultSet set = statement.getResultSet()) {
                        results.read(index, set);
                    }
                }
                isRows = statement.getMoreResults();
            }
        }
    }

    /** Reads all rows of one result into a list. */
    static <T> void read(ResultSet set, Row<T> row, List<T> into) throws SQLException {
        Columns columns = new Columns(set);
        while (set.next()) {
            columns.rewind();
            into.add(row.read(columns));
        }
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            // Never a null without a type: from the sixth run on, when the driver prepares the statements, the later
            // ones then run without the context that the first one set. jOOQ casts where text will not do.
            case null -> statement.setNull(at, Types.VARCHAR);
            case Instant instant -> statement.setObject(at, instant.atOffset(ZoneOffset.UTC));
            case JSON json -> statement.setString(at, json.data());
            default -> statement.setObject(at, value);
        }
    }
}
