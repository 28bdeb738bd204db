package ai.callcenter.tenancy.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/** A host on plain JDBC. */
@SuppressWarnings("NullAway.Init") // `open` sets the fields.
abstract class JdbcWork extends HostWork {
    private DataSource tenants;

    @Override
    void open(DataSource source) {
        tenants = source;
    }

    private interface Deed<R> {
        R on(Connection connection) throws SQLException;
    }

    private <R> R run(boolean inTransaction, Deed<R> deed) {
        try (Connection connection = tenants.getConnection()) {
            connection.setAutoCommit(!inTransaction);
            R result = deed.on(connection);
            if (inTransaction) {
                connection.commit();
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    long add(String note, boolean inTransaction) {
        return run(inTransaction, connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into public.calls (note) values (?) returning id")) {
                insert.setString(1, note);
                ResultSet row = insert.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    void addAll(List<String> notes) {
        run(true, connection -> {
            for (String note : notes) {
                Calls.add(connection, note);
            }
            return notes;
        });
    }

    @Override
    List<String> notes(boolean inTransaction) {
        return run(inTransaction, Calls::notes);
    }

    @Override
    int change(long id, String to) {
        return run(false, connection -> {
            try (PreparedStatement update =
                    connection.prepareStatement("update public.calls set note = ? where id = ?")) {
                update.setString(1, to);
                update.setLong(2, id);
                return update.executeUpdate();
            }
        });
    }

    @Override
    void addTo(UUID tenant, String note) {
        run(true, connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("insert into public.calls (tenant_id, note) values (?, ?)")) {
                insert.setObject(1, tenant);
                insert.setString(2, note);
                return insert.execute();
            }
        });
    }
}
