package ai.callcenter.tenancy.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** {@code /metrics}: requests, the JVM and the process, for Prometheus. No label names a tenant or a user. */
final class Metrics implements AutoCloseable {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(5),
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofMillis(2500)
    };

    private record Series(String route, String method, int status) {}

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    /** Asked on each request, and cheaper than the registry's own look-up by tags. */
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();

    private final Map<String, Counter> problems = new ConcurrentHashMap<>();

    private final Lock scraping = new ReentrantLock();
    private byte @Nullable [] scraped;
    private long scrapedAt;

    Metrics() {
        List<MeterBinder> binders = List.of(
                new JvmMemoryMetrics(),
                collections,
                new JvmThreadMetrics(),
                new ClassLoaderMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics(),
                new FileDescriptorMetrics());
        binders.forEach(binder -> binder.bindTo(registry));
    }

    /** Shows what something else measures. */
    void add(MeterBinder binder) {
        binder.bindTo(registry);
    }

    void register(Routes routes) {
        routes.get("/metrics", Access.ANYBODY, call -> new Answer(200, CONTENT_TYPE, scrape(), Map.of()));
    }

    /** Counts one request; the values are from small fixed sets, since each combination is kept for good. */
    void record(String route, String method, int status, long nanos) {
        timers.computeIfAbsent(new Series(route, method, status), this::timer).record(nanos, TimeUnit.NANOSECONDS);
    }

    /** Counts one problem that was answered; its code is one of a fixed set. */
    void refused(String code) {
        problems.computeIfAbsent(code, this::problem).increment();
    }

    private Counter problem(String code) {
        return Counter.builder("tenancy.problems")
                .description("Problems answered")
                .tag("code", code)
                .register(registry);
    }

    private Timer timer(Series series) {
        return Timer.builder("http.server.requests")
                .description("Requests answered")
                .tag("route", series.route)
                .tag("method", series.method)
                .tag("status", Integer.toString(series.status))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** One at a time, for all who had asked before it began: it takes milliseconds, and anybody may ask. */
    private byte[] scrape() {
        long asked = System.nanoTime();
        scraping.lock();
        try {
            byte[] latest = scraped;
            if (latest == null || scrapedAt - asked < 0) {
                scrapedAt = System.nanoTime();
                latest = registry.scrape().getBytes(StandardCharsets.UTF_8);
                scraped = latest;
            }
            return latest;
        } finally {
            scraping.unlock();
        }
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
