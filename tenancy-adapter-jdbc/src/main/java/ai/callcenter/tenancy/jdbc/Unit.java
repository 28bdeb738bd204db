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
        if (trail.isEmpty()) {
            on.commit();
        } else {
            end(on, COMMIT);
        }
    }

    /** Writes the trail, then ends the unit in a transaction that goes on, in one round trip. */
    final void end(Query... ending) throws SQLException {
        alive();
        watch.during(connection, on -> {
            end(on, ending);
            return on;
        });
    }

    private void end(Connection on, Query... ending) throws SQLException {
        if (!trail.isEmpty()) {
            begin(on);
        }
        Stream<Query> lines = trail.stream().map(AuditLines::insert);
        Sql.run(on, Stream.concat(lines, Stream.of(ending)).toArray(Query[]::new));
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
