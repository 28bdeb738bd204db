package ai.callcenter.tenancy.app.canary;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.app.database.Storage;
import ai.callcenter.tenancy.app.postgres.EmbeddedPostgres;
import ai.callcenter.tenancy.jdbc.Migrations;
import ai.callcenter.tenancy.memory.InMemoryStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Two tenants over one server, asked for at once by people of one and of both: no answer and no line of a log has what
 * is the other's, while requests are cancelled and the connections to the database are killed.
 * {@code -Dcanary.requests} says how many there are.
 */
class CanaryTest {
    private static final boolean CI = "true".equals(System.getenv("CI"));
    private static final int REQUESTS = Integer.getInteger("canary.requests", CI ? 100_000 : 20_000);

    /** Fewer than the connections that ask, so that each is handed on from one tenant to the other all the time. */
    private static final int POOL_SIZE = 4;

    private static final String PASSWORD = "a password of the canaries";

    @Test
    void noAnswerAndNoLogTellsOfTheOtherTenant(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            prepare(postgres.superuser());
            StoreConfig.Login login = new StoreConfig.Login("canary", PASSWORD);
            try (Storage storage =
                    Storage.open(new StoreConfig.External(postgres.superuser().url(), login, null, POOL_SIZE))) {
                Aviary aviary = new Aviary(() -> killConnections(postgres.superuser()));
                long begun = System.nanoTime();
                long cpu = cpuSeconds();
                List<String> findings = aviary.run(storage.store(), REQUESTS);
                System.out.printf(
                        "canaries: %,d requests in %d s (%d s of processor time here), answers by status %s%n",
                        REQUESTS, (System.nanoTime() - begun) / 1_000_000_000, cpuSeconds() - cpu, aviary.statuses());
                assertThat(findings).isEmpty();
                assertThat(aviary.statuses().get(200)).hasValueGreaterThan(REQUESTS / 2);
            }
        }
    }

    @Test
    void aWallWithAHoleIsFound() throws Exception {
        LeakyStore leaky = new LeakyStore(new InMemoryStore(), 500);
        List<String> findings = new Aviary(() -> {}).run(leaky, 40_000);
        assertThat(findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding).startsWith("in the answer to "));
    }

    private static long cpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(Duration::toSeconds)
                .orElse(0L);
    }

    private static void prepare(EmbeddedPostgres.Superuser superuser) throws SQLException {
        try (Connection connection = connect(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("create role canary login password '" + PASSWORD + "'");
            Migrations.prepare(connection, superuser.user(), "canary");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(superuser.url());
        source.setUser(superuser.user());
        source.setPassword(superuser.password());
        Migrations.migrate(source);
    }

    private static void killConnections(EmbeddedPostgres.Superuser superuser) {
        try (Connection connection = connect(superuser);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'canary'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(EmbeddedPostgres.Superuser superuser) throws SQLException {
        return DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
    }
}
