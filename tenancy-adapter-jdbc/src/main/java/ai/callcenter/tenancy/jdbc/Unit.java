package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.audit.AuditEntry;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What every unit is: a transaction that remembers its trail, and is dead after its end or its first failure. */
abstract class Unit implements AutoCloseable {
    private static final Query COMMIT = DSL.query("commit");

    private final Connection connection;
    private final Watch watch;
    private final @Nullable TenantId tenant;
    private final List<AuditEntry> trail = new ArrayList<>();
    private boolean failed;
    private boolean ended;

    /** @param tenant whose trail this unit writes; null for the trail outside of tenants */
    Unit(Connection connection, Watch watch, @Nullable TenantId tenant) {
        this.connection = connection;
        this.watch = watch;
        this.tenant = tenant;
    }

    /** Adds a line to the trail; the lines travel with the commit. */
    public final void record(AuditEntry entry) {
        alive();
        if (!Objects.equals(tenant, entry.tenant())) {
            throw new IllegalArgumentException("the entry belongs to another tenant's trail");
        }
        trail.add(entry);
    }

    /** What must have been done before a unit's first statement; does nothing from the second one on. */
    void begin(Connection on) throws SQLException {}

    /** What is to be done after the trail, in the same round trip as the commit. */
    List<Query> last() {
        return List.of();
    }

    /** Asks the database; a unit that was refused a statement can only end. */
    final <R> R ask(Transactions.Read<R> question) {
        alive();
        try {
            return watch.during(connection, question);
        } catch (SQLException e) {
            failed = true;
            throw SqlErrors.translate(e);
        }
    }

    /** Runs statements of this unit in one round trip and reads the last one's rows. */
    final <T> List<T> rows(Sql.Row<T> row, Query... queries) {
        return ask(on -> {
            begin(on);
            return Sql.rows(on, row, queries);
        });
    }

    final <T> Optional<T> row(Sql.Row<T> row, Query... queries) {
        return rows(row, queries).stream().findFirst();
    }

    final void run(Query... queries) {
        rows(columns -> columns, queries);
    }

    /** Writes the trail and commits, in one round trip. */
    final void commit() throws SQLException {
        alive();
        watch.during(connection, on -> {
            commit(on);
            return on;
        });
    }

    private void commit(Connection on) throws SQLException {
        List<Query> written = written();
        if (written.isEmpty()) {
            on.commit();
        } else {
            end(on, written, COMMIT);
        }
    }

    /** Writes the trail, then ends the unit in a transaction that goes on, in one round trip. */
    final void end(Query... ending) throws SQLException {
        alive();
        watch.during(connection, on -> {
            end(on, written(), ending);
            return on;
        });
    }

    private void end(Connection on, List<Query> written, Query... ending) throws SQLException {
        if (!written.isEmpty()) {
            begin(on);
        }
        Sql.run(on, Stream.concat(written.stream(), Stream.of(ending)).toArray(Query[]::new));
    }

    /** The trail, and what else is written last. */
    private List<Query> written() {
        return Stream.concat(trail.stream().map(AuditLines::insert), last().stream())
                .toList();
    }

    final void alive() {
        if (ended) {
            throw new IllegalStateException("this unit of work has ended; nothing of it may be kept");
        }
        if (failed) {
            throw new IllegalStateException("this unit of work was refused a statement and can only end");
        }
    }

    @Override
    public final void close() {
        ended = true;
    }
}
