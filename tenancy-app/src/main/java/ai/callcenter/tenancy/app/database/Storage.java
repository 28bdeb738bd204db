package ai.callcenter.tenancy.app.database;

import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.http.Readiness;
import ai.callcenter.tenancy.jdbc.JdbcConfig;
import ai.callcenter.tenancy.jdbc.JdbcMetrics;
import ai.callcenter.tenancy.memory.InMemoryStore;
import ai.callcenter.tenancy.store.TenancyStore;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

/** A store that is open, up to date and checked. */
public final class Storage implements AutoCloseable {
    private final TenancyStore store;
    private final Readiness readiness;
    private final MeterBinder metrics;
    private final @Nullable JdbcConfig database;
    private final Runnable closing;

    private Storage(
            TenancyStore store,
            Readiness readiness,
            MeterBinder metrics,
            @Nullable JdbcConfig database,
            Runnable closing) {
        this.store = store;
        this.readiness = readiness;
        this.metrics = metrics;
        this.database = database;
        this.closing = closing;
    }

    /**
     * Opens the store: starts the database where it is the server's own, migrates where there is a login to do so, and
     * checks that the database keeps tenants apart.
     *
     * @throws AppException when it cannot be served from; nothing is left open
     */
    public static Storage open(StoreConfig config) {
        if (config instanceof StoreConfig.Memory) {
            return new Storage(new InMemoryStore(), () -> null, registry -> {}, null, () -> {});
        }
        Database database = Database.open(config, true);
        try {
            database.requireFit();
            return new Storage(
                    database.tenancy().store(),
                    () -> database.tenancy().fault().orElse(null),
                    new JdbcMetrics(database.tenancy()),
                    database.service(),
                    database::close);
        } catch (Throwable e) {
            database.close();
            throw e;
        }
    }

    /** The store. */
    public TenancyStore store() {
        return store;
    }

    /** Whether it can be served from now. */
    public Readiness readiness() {
        return readiness;
    }

    /** What it costs; to be bound once. */
    public MeterBinder metrics() {
        return metrics;
    }

    /** How the login that serves connects to the database; null where there is none. */
    public @Nullable JdbcConfig database() {
        return database;
    }

    @Override
    public void close() {
        closing.run();
    }
}
