package ai.callcenter.tenancy.app.postgres;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What the tests of this package share: one unpacked PostgreSQL, and SQL on it. */
final class BundledPostgres {
    /** Unpacked once for all tests, and for all runs until the next clean. */
    static final Path CACHE = Path.of("target", "postgres-cache").toAbsolutePath();

    static final PostgresSettings SETTINGS = PostgresSettings.defaults().withCacheDir(CACHE);

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private BundledPostgres() {}

    /** Skips the tests where the build knows no PostgreSQL for the machine; never in CI. */
    static void assumeAvailable() {
        var platform = Platform.current();
        if (BundledPostgres.class.getClassLoader().getResource(platform.resource()) == null) {
            String missing = platform.artifact() + " is not on the class path: no PostgreSQL for this machine";
            if (System.getenv("CI") != null) {
                fail(missing);
            }
            abort(missing);
        }
    }

    static EmbeddedPostgres start(Path dataDir) {
        return EmbeddedPostgres.start(dataDir, SETTINGS);
    }

    static void execute(EmbeddedPostgres.Superuser superuser, String sql) throws SQLException {
        try (Connection connection = connect(superuser);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(EmbeddedPostgres.Superuser superuser, String sql) throws SQLException {
        try (Connection connection = connect(superuser);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    /** Waits for what must come; a minute says that it never will. */
    static void await(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                fail("still not, after %s: %s", LIMIT, what);
            }
            Thread.sleep(10);
        }
    }

    private static Connection connect(EmbeddedPostgres.Superuser superuser) throws SQLException {
        return DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
    }
}
