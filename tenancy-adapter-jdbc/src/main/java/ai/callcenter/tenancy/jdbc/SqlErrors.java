package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.store.Refusals;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a failure of the database means: a refusal by a constraint, a conflict to run again, or an outage. */
final class SqlErrors {
    private SqlErrors() {}

    static RuntimeException translate(SQLException failure) {
        String state = failure.getSQLState();
        if (failure instanceof SQLTransientConnectionException || state == null) {
            return unavailable(failure);
        }
        return switch (state) {
            case "40001", "40P01" -> new Conflict(failure);
            case "23505", "23514", "23503" -> constraint(failure);
            // Lock and statement time-outs, too many connections.
            case "55P03", "57014", "53300" -> unavailable(failure);
            default ->
                state.startsWith("08") || state.startsWith("57P") || state.startsWith("25P0")
                        ? unavailable(failure)
                        : new IllegalStateException("the database refused a statement: " + state, failure);
        };
    }

    static TenancyException unavailable(Throwable cause) {
        return new TenancyException(
                ErrorCode.STORE_UNAVAILABLE, "The database cannot be reached at the moment; try again soon.", cause);
    }

    private static RuntimeException constraint(SQLException failure) {
        String name = constraintOf(failure);
        return switch (name == null ? "" : name) {
            case "tenant_users_pkey", "tenant_users_email_key" -> because(failure, Refusals.alreadyMember());
            case "tenants_seats" -> because(failure, Refusals.seatLimitReached());
            case "tenants_last_admin" -> because(failure, Refusals.lastAdmin());
            case "tenants_pkey" -> because(failure, Refusals.tenantIdTaken());
            case "tenants_domain_key" -> because(failure, Refusals.domainTaken());
            case "tenants_not_deleted" -> because(failure, Refusals.tenantDeleted());
            case "tenant_users_tenant_id_fkey",
                    "tenant_configs_tenant_id_fkey",
                    "users_current_tenant_fkey",
                    "sessions_member_fkey" -> because(failure, Refusals.tenantNotFound());
            // Somebody else made the same user or identity at the same moment: the next run finds it.
            case "users_email_key", "user_identities_pkey" -> new Conflict(failure);
            // A subscription ended while its event was written: the next run does not write for it.
            case "outbox_subscription_fkey" -> new Conflict(failure);
            default -> new IllegalStateException("the database refused a statement: " + name, failure);
        };
    }

    private static TenancyException because(SQLException failure, TenancyException refusal) {
        refusal.addSuppressed(failure);
        return refusal;
    }

    private static @Nullable String constraintOf(SQLException failure) {
        ServerErrorMessage message = failure instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        return message == null ? null : message.getConstraint();
    }
}
