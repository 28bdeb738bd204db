package ai.callcenter.tenancy.app.database;

import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.http.FilterContract;
import ai.callcenter.tenancy.store.TenancyStore;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract of the filter, on the PostgreSQL that the server brings along. */
class PostgresFilterTest extends FilterContract {
    private static final int POOL_SIZE = 10;

    @TempDir
    static @Nullable Path folder;

    private static @Nullable Storage storage;

    @Override
    protected TenancyStore store() {
        if (storage == null) {
            storage = Storage.open(new StoreConfig.Embedded(Objects.requireNonNull(folder), POOL_SIZE));
        }
        return storage.store();
    }

    @AfterAll
    static void close() {
        if (storage != null) {
            storage.close();
            storage = null;
        }
    }
}
