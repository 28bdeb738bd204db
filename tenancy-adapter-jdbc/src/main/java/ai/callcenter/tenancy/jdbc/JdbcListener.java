package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.event.TenancyEvent;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Is told of each event inside the transaction that makes it, with the transaction's connection: what it writes is
 * committed with the change, or not at all. Row-level security goes by the event's tenant on it. What it throws rolls
 * everything back, as with a {@link ai.callcenter.tenancy.event.TenancyListener}, before which it is told; it too is
 * told again when a transaction is run again, and can open no unit.
 */
@FunctionalInterface
public interface JdbcListener {
    /**
     * Looks at an event, and writes.
     *
     * @param connection the transaction's, for the time of this call, at most 4 seconds where the pool is the
     *     library's; it commits, rolls back and closes nothing
     * @throws SQLException whatever a statement threw; a deadlock or serialization failure has the unit run again
     */
    void on(TenancyEvent event, Connection connection) throws SQLException;
}
