package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The context of one tenant on one connection: whether the transaction that is open has it. */
final class TenantContext {
    private static final String OPEN = "select set_config('tenancy.tenant_id', ?, true)";
    private static final String SEALED = OPEN + ", set_config('tenancy.seal', ?, true)";

    private final TenantId tenant;
    private final @Nullable Sealing sealing;
    private boolean set;
    private Instant renewal = Instant.MAX;

    TenantContext(TenantId tenant, @Nullable Sealing sealing) {
        this.tenant = tenant;
        this.sealing = sealing;
    }

    TenantId tenant() {
        return tenant;
    }

    /** Sets it where the transaction has none, or has a seal that may end before the transaction does. */
    void ensure(Connection in) throws SQLException {
        if (set && (sealing == null || !sealing.due(renewal))) {
            return;
        }
        try (PreparedStatement statement = in.prepareStatement(sealing == null ? OPEN : SEALED)) {
            statement.setString(1, tenant.toString());
            if (sealing != null) {
                renewal = sealing.renewal();
                statement.setString(2, sealing.seal(tenant));
            }
            statement.execute();
            set = true;
        }
    }

    /** The transaction has ended, or went back to where the context may have been another one. */
    void gone() {
        set = false;
    }
}
