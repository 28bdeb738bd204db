package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.event.Pace;
import ai.callcenter.tenancy.event.TenancyEvent;
import ai.callcenter.tenancy.event.TenancyEvent.ConfigSet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What handlers were given, in the order in which they were, over all processes: rows of a table, each committed. */
final class DeliveryLog {
    static final String SUBSCRIPTION = "killed";
    static final int BATCH = 7;
    static final Pace PACE = Pace.DEFAULT.withBatch(BATCH).withInterval(Duration.ofMillis(5));

    private final Connection connection;
    private final String who;

    DeliveryLog(Connection connection, String who) {
        this.connection = connection;
        this.who = who;
    }

    /** One line; an event tells the value before and after, so the events of a tenant make a chain. */
    record Line(UUID tenant, UUID event, String before, String after, String who) {}

    static void create(Connection connection) throws SQLException {
        TestPostgres.execute(
                connection,
                "create table public.deliveries (place bigint generated always as identity, tenant uuid, event uuid,"
                        + " before text, after text, who text)");
    }

    synchronized void write(TenancyEvent event) throws SQLException {
        ConfigSet set = (ConfigSet) event;
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into public.deliveries (tenant, event, before, after, who) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, set.tenantId().value());
            insert.setObject(2, set.id());
            insert.setString(3, set.before() == null ? "" : set.before().text());
            insert.setString(4, set.after().text());
            insert.setString(5, who);
            insert.executeUpdate();
        }
    }

    static boolean has(Connection connection, String who) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select exists (select from public.deliveries where who = ?)")) {
            statement.setString(1, who);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    static List<Line> read(Connection connection) throws SQLException {
        List<Line> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select tenant, event, before, after, who from public.deliveries order by place")) {
            while (row.next()) {
                lines.add(new Line(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)));
            }
        }
        return lines;
    }
}
