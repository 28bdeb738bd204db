package com.example.billing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** The lines of one tenant's invoice: that of the connection, which no statement here has to name. */
final class InvoiceLines {
    private InvoiceLines() {}

    /** Adds a line, unless there is one of this id already. */
    static void add(Connection connection, UUID id, String text, long cents) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into invoice_lines (id, text, cents) values (?, ?, ?) on conflict do nothing")) {
            insert.setObject(1, id);
            insert.setString(2, text);
            insert.setLong(3, cents);
            insert.executeUpdate();
        }
    }

    /** What the tenant owes, in cents. */
    static long total(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(sum(cents), 0) from invoice_lines");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
