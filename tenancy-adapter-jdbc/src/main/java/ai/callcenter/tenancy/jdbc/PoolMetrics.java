package ai.callcenter.tenancy.jdbc;

import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;

/** HikariCP's own metrics. Apart, so that a host with a pool of its own need not have HikariCP. */
final class PoolMetrics {
    private PoolMetrics() {}

    static void bind(OwnPool pool, MeterRegistry registry) {
        pool.hikari().setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
    }
}
