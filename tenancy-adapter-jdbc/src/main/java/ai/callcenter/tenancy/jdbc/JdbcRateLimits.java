package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.TenantId;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tenants' rate limits, counted in the database for several servers together, by its clock. Over two connections of its
 * own, so that units of work never wait for one of these or the other way round; a quarter of a second for a connection
 * and as long for an answer, at most.
 */
public final class JdbcRateLimits implements AutoCloseable {
    private static final String TAKE = "select set_config('tenancy.tenant_id', ?, true);"
            + " select taken, used from tenancy.take_requests(?, ?, ?)";

    private final HikariDataSource pool;

    private JdbcRateLimits(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Opens the connections, which need not succeed yet. */
    public static JdbcRateLimits open(JdbcConfig config) {
        return new JdbcRateLimits(Pool.counting(config));
    }

    /**
     * What was taken of a limit.
     *
     * @param requests how many; 0 where the limit is used up
     * @param used how many are used now, these included; as time passes it becomes less
     */
    public record Taken(long requests, double used) {}

    /**
     * Takes requests out of a tenant's limit: as many as are wanted, or as many as there are. When the limit is another
     * one than the last time, as many are left as were, and at most the limit.
     *
     * @param wanted how many, from 1
     * @param allowed the limit: how many in a period, from 1
     * @param period whole seconds, at most a day
     * @throws TenancyException {@code store_unavailable} when the database does not answer in time
     */
    public Taken take(TenantId tenant, long wanted, long allowed, Duration period) {
        try (Connection connection = pool.getConnection()) {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(Pool.COUNT.toMillis()));
            List<Taken> taken = new ArrayList<>(1);
            Sql.results(
                    connection,
                    (statement, rows) -> {
                        if (statement == 1 && rows.next()) {
                            taken.add(new Taken(rows.getLong(1), rows.getDouble(2)));
                        }
                    },
                    TAKE,
                    tenant.value().toString(),
                    wanted,
                    allowed,
                    period.toSeconds());
            return taken.getFirst();
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
