package ai.callcenter.tenancy.app.bench;

import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;

/** A host's table of calls, {@value #ROWS} a tenant, and what the host does on it. */
final class Calls {
    static final int ROWS = 1_000;

    private final String table;
    private final boolean byHand;
    private final SplittableRandom random = new SplittableRandom(1);
    private long last = ROWS;

    /** @param byHand whether its SQL says whose rows it means, since no row-level security does */
    Calls(String table, boolean byHand) {
        this.table = table;
        this.byHand = byHand;
    }

    /** Something that the host does for one tenant. */
    @FunctionalInterface
    interface Step {
        void on(Calls calls, Connection connection, TenantId tenant) throws SQLException;
    }

    void read(Connection connection, TenantId tenant) throws SQLException {
        query(connection, tenant, "select number from " + table + " where id = ?" + (byHand ? " and " + OWN : ""), 1);
    }

    void readMany(Connection connection, TenantId tenant) throws SQLException {
        for (int i = 0; i < 100; i++) {
            read(connection, tenant);
        }
    }

    void scan(Connection connection, TenantId tenant) throws SQLException {
        query(connection, tenant, "select id, number from " + table + (byHand ? " where " + OWN : ""), ROWS);
    }

    void readAndInsert(Connection connection, TenantId tenant) throws SQLException {
        read(connection, tenant);
        String sql = "insert into " + table
                + (byHand ? " (id, number, tenant_id) values (?, ?, ?)" : " (id, number) values (?, ?)");
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setLong(1, ++last);
            insert.setString(2, "+49 30 " + last);
            if (byHand) {
                insert.setObject(3, tenant.value());
            }
            insert.executeUpdate();
        }
    }

    private static final String OWN = "tenant_id = ?";

    private void query(Connection connection, TenantId tenant, String sql, int expected) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            int parameter = 1;
            if (expected == 1) {
                select.setLong(parameter++, 1 + random.nextInt(ROWS));
            }
            if (byHand) {
                select.setObject(parameter, tenant.value());
            }
            int rows = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows++;
                }
            }
            if (rows != expected) {
                throw new IllegalStateException("%s: %d rows, not %d".formatted(table, rows, expected));
            }
        }
    }
}
