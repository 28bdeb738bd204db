package ai.callcenter.tenancy.app.limit;

import ai.callcenter.tenancy.app.config.CountConfig;
import ai.callcenter.tenancy.app.config.LimitConfig;
import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.app.database.Storage;
import ai.callcenter.tenancy.http.RateLimit;
import ai.callcenter.tenancy.http.RateLimitStore;
import ai.callcenter.tenancy.http.TrustedProxies;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract on PostgreSQL. What is PostgreSQL's alone is tested beside the store, in the jdbc adapter. */
@NullUnmarked // fixtures are set before all tests
class PostgresRateLimitsTest extends RateLimitStoreContract {
    @TempDir
    static Path folder;

    private static Storage storage;
    private static SharedCounts one;
    private static SharedCounts other;

    @BeforeAll
    static void open() {
        storage = Storage.open(new StoreConfig.Embedded(folder, 2));
        LimitConfig limits =
                new LimitConfig(RateLimit.parse("1/PT1S"), null, TrustedProxies.NONE, new CountConfig.Postgresql());
        one = SharedCounts.open(limits, storage.database());
        other = SharedCounts.open(limits, storage.database());
    }

    @AfterAll
    static void close() {
        one.close();
        other.close();
        storage.close();
    }

    @Override
    RateLimitStore one() {
        return Objects.requireNonNull(one.store());
    }

    @Override
    RateLimitStore other() {
        return Objects.requireNonNull(other.store());
    }
}
