package ai.callcenter.tenancy.app.database;

import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.http.FuzzContract;
import ai.callcenter.tenancy.store.TenancyStore;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;

/** No request breaks the server on the PostgreSQL that it brings along; what that logs about is looked at too. */
class PostgresFuzzTest extends FuzzContract {
    private static final int POOL_SIZE = 2;

    @TempDir
    static @Nullable Path folder;

    private static @Nullable Storage storage;

    PostgresFuzzTest() {
        super(6_000);
    }

    @Override
    protected TenancyStore store() {
        storage = Storage.open(new StoreConfig.Embedded(Objects.requireNonNull(folder), POOL_SIZE));
        return storage.store();
    }

    @AfterAll
    static void close() {
        if (storage != null) {
            storage.close();
        }
    }
}
