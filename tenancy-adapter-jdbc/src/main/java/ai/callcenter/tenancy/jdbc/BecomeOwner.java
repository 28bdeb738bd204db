package ai.callcenter.tenancy.jdbc;

import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/** Turns each connection that Flyway opens into the owner's, so that the owner owns whatever a migration makes. */
final class BecomeOwner extends BaseCallback {
    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_CONNECT;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            statement.execute("set role tenancy_owner");
        } catch (SQLException e) {
            throw new FlywayException("the migrator's login may not become tenancy_owner", e);
        }
    }
}
