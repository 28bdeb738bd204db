package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.event.Backlog;
import ai.callcenter.tenancy.event.Backlog.Stuck;
import ai.callcenter.tenancy.event.Delivery;
import ai.callcenter.tenancy.event.EventHandler;
import ai.callcenter.tenancy.event.SubscriptionName;
import ai.callcenter.tenancy.store.Outbox;
import ai.callcenter.tenancy.tenant.TenantId;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The outbox on PostgreSQL. A tenant's events are in hand for as long as a transaction holds the lock of the first. */
final class JdbcOutbox implements Outbox {
    private static final String CONTEXT = "select set_config('tenancy.subscription', ?, true); ";
    private static final String IN_TENANT = CONTEXT + "select set_config('tenancy.tenant_id', ?, true); ";

    /**
     * What others have in hand, or have just done with, is passed over, which is no conflict at this level alone. The
     * time-out is for a handler, during which the connection rests.
     */
    private static final String HOLD = "set transaction isolation level read committed;"
            + " set local idle_in_transaction_session_timeout = '5min'; ";

    /** Another process of a newer version may be there to take it. */
    private static final double UNKNOWN_PAUSE_SECONDS = 10;

    private static final System.Logger LOG = System.getLogger(EventHandler.LOGGER);

    private final Transactions transactions;

    JdbcOutbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void subscribe(SubscriptionName name) {
        hold(HOLD + CONTEXT + "select tenancy.subscribe()", name.value());
    }

    @Override
    public void unsubscribe(SubscriptionName name) {
        hold(HOLD + CONTEXT + "select tenancy.unsubscribe()", name.value());
    }

    @Override
    public boolean skip(SubscriptionName name, TenantId tenant, UUID event) {
        return hold(
                HOLD + IN_TENANT + "select tenancy.skip_event(?)",
                name.value(),
                tenant.value().toString(),
                event);
    }

    private boolean hold(String sql, @Nullable Object... values) {
        return transactions.hold((connection, watch) -> watch.during(
                        connection, on -> last(on, Columns::flag, sql, values))
                .getFirst());
    }

    @Override
    public boolean claim(SubscriptionName name, int most, Work work) {
        return transactions.hold((connection, watch) -> {
            String sql = HOLD + CONTEXT + EventRows.CLAIM;
            List<Delivery> taken = new ArrayList<>();
            Held held = new Held(connection, watch, name, taken);
            try {
                watch.during(connection, on -> last(on, EventRows::delivery, taken, sql, name.value(), most));
            } catch (UnknownEventException e) { // what came before it can be handled
                if (taken.isEmpty()) {
                    LOG.log(
                            Level.WARNING,
                            "{0}; it waits for a newer one, and its tenant''s events with it",
                            e.getMessage());
                    held.tell("select tenancy.event_failed(?, ?)", e.tenant(), e.position(), UNKNOWN_PAUSE_SECONDS);
                    return true;
                }
            }
            if (!taken.isEmpty()) {
                work.with(held);
            }
            return !taken.isEmpty();
        });
    }

    @Override
    public Backlog backlog(SubscriptionName name) {
        List<Stuck> stuck = new ArrayList<>();
        String sql = CONTEXT + "select events, oldest, tenant, event, failures from tenancy.event_backlog(?)";
        List<Backlog> totals = transactions.read(on -> last(
                on,
                row -> {
                    long events = row.count();
                    Duration oldest = Duration.ofNanos(Math.round(row.seconds() * 1e9));
                    if (!row.absent()) {
                        stuck.add(new Stuck(new TenantId(row.id()), row.id(), row.number()));
                    }
                    return new Backlog(events, oldest, List.of());
                },
                sql,
                name.value(),
                Backlog.MOST_STUCK));
        return new Backlog(totals.getFirst().events(), totals.getFirst().oldest(), stuck);
    }

    /** The rows of the last of several statements. */
    private static <T> List<T> last(Connection on, Sql.Row<T> row, String sql, @Nullable Object... values)
            throws SQLException {
        return last(on, row, new ArrayList<>(), sql, values);
    }

    private static <T> List<T> last(Connection on, Sql.Row<T> row, List<T> rows, String sql, @Nullable Object... values)
            throws SQLException {
        int at = (int) sql.chars().filter(c -> c == ';').count();
        Sql.results(
                on,
                (index, set) -> {
                    if (index == at) {
                        Sql.read(set, row, rows);
                    }
                },
                sql,
                values);
        return rows;
    }

    /** Events in hand. Each one that is done with is a round trip, which shows that they still are. */
    private record Held(Connection connection, Watch watch, SubscriptionName name, List<Delivery> deliveries)
            implements Batch {
        @Override
        public void done(Delivery delivery) {
            tell("select tenancy.event_done(?)", delivery.event().tenantId(), delivery.position());
        }

        @Override
        public void failed(Delivery delivery, Duration pause) {
            double seconds = pause.toNanos() / 1e9;
            tell("select tenancy.event_failed(?, ?)", delivery.event().tenantId(), delivery.position(), seconds);
        }

        void tell(String statement, TenantId tenant, Object... values) {
            List<@Nullable Object> all = new ArrayList<>();
            all.add(name.value());
            all.add(tenant.toString());
            all.addAll(List.of(values));
            try {
                List<Boolean> known =
                        watch.during(connection, on -> last(on, Columns::flag, IN_TENANT + statement, all.toArray()));
                if (!known.getFirst()) {
                    throw new IllegalStateException("an event of tenant " + tenant + " is not in hand");
                }
            } catch (SQLException e) {
                throw SqlErrors.translate(e);
            }
        }
    }
}
