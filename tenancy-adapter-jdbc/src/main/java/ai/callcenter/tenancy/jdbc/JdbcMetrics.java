package ai.callcenter.tenancy.jdbc;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link JdbcTenancy} costs its database, for Micrometer, which a host without metrics need not have: round
 * trips, reads and units, and, where the pool is its own, the pool.
 */
public final class JdbcMetrics implements MeterBinder {
    private final Effort effort;
    private final @Nullable Turns turns;
    private final @Nullable OwnPool pool;

    /** The metrics of a store; to be bound once. */
    public JdbcMetrics(JdbcTenancy tenancy) {
        this.effort = tenancy.watch().effort();
        this.turns = tenancy.watch().turns();
        this.pool = tenancy.pool();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionTimer.builder(
                        "tenancy.database.round.trips", effort, Effort::roundTrips, Effort::nanos, TimeUnit.NANOSECONDS)
                .description("Questions to the database, each one round trip, and how long they took")
                .register(registry);
        FunctionCounter.builder("tenancy.database.units", effort, Effort::reads)
                .description("Reads and units of work, each one transaction")
                .tag("kind", "read")
                .register(registry);
        FunctionCounter.builder("tenancy.database.units", effort, Effort::units)
                .description("Reads and units of work, each one transaction")
                .tag("kind", "unit")
                .register(registry);
        if (turns != null) {
            bind(turns, registry);
        }
        if (pool != null) {
            PoolMetrics.bind(pool, registry);
        }
    }

    private static void bind(Turns turns, MeterRegistry registry) {
        Gauge.builder("tenancy.database.waiting", turns, Turns::waiting)
                .description("Requests that wait for a connection")
                .register(registry);
        FunctionTimer.builder("tenancy.database.waits", turns, Turns::waits, Turns::waitedNanos, TimeUnit.NANOSECONDS)
                .description("Waits for a connection, and how long they took")
                .register(registry);
        FunctionCounter.builder("tenancy.database.waits.refused", turns, Turns::refused)
                .description("Requests that got no connection in time")
                .register(registry);
    }
}
