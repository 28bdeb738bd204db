package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The context of one tenant on one connection: whether the transaction that is open has it. */
final class TenantContext {
    private static final String OPEN = "select set_config('tenancy.tenant_id', ?, true)";
    private static final String SEALED = OPEN + ", set_config('tenancy.seal', ?, true)";

    private final TenantId tenant;
    private final @Nullable Sealing sealing;
    private final Supplier<? extends @Nullable TenantId> now;
    private boolean set;
    private Instant renewal = Instant.MAX;

    /** @param now whose work it is at the moment, where somebody knows */
    TenantContext(TenantId tenant, @Nullable Sealing sealing, Supplier<? extends @Nullable TenantId> now) {
        this.tenant = tenant;
        this.sealing = sealing;
        this.now = now;
    }

    TenantId tenant() {
        return tenant;
    }

    boolean sealed() {
        return sealing != null;
    }

    /** A transaction that goes on while the work of another tenant has begun would take that for its own. */
    private void refuseOther() throws SQLException {
        TenantId at = now.get();
        if (at != null && !at.equals(tenant)) {
            throw new SQLException(
                    "this connection is tenant " + tenant + "'s, and the work at the moment is tenant " + at
                            + "'s: end the transaction before, or begin one of its own",
                    "25001");
        }
    }

    /** Sets it where the transaction has none, or has a seal that may end before the transaction does. */
    void ensure(Connection in) throws SQLException {
        refuseOther();
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
