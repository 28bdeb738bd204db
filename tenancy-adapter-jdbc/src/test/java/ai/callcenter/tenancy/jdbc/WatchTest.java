package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wait that nothing else would end. */
@Timeout(30)
class WatchTest {
    private static final TestPostgres DATABASE = TestPostgres.create();
    private static final Watch WATCH = Watch.start(Duration.ofMillis(300), new Turns(1, Duration.ofMinutes(1)));

    @AfterAll
    static void close() {
        WATCH.close();
    }

    @Test
    void endsAWaitThatIsTooLong() throws SQLException {
        try (Connection connection = DATABASE.service()) {
            assertThatThrownBy(() -> WATCH.during(connection, on -> sleep(on, "600")))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            e -> assertThat(SqlErrors.translate(e))
                                    .isInstanceOfSatisfying(
                                            TenancyException.class,
                                            refusal ->
                                                    assertThat(refusal.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE)));
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void goesOnAfterAConnectionThatCannotBeEnded() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        Connection stubborn = (Connection) Proxy.newProxyInstance(
                WatchTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("abort")) {
                        asked.countDown();
                        throw new IllegalStateException("not now");
                    }
                    return method.getName().equals("hashCode") ? (Object) 1 : self == arguments[0];
                });
        Logger logger = Logger.getLogger(Watch.class.getName());
        logger.setLevel(Level.OFF);
        try {
            WATCH.during(stubborn, on -> {
                try {
                    return asked.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new SQLException(e);
                }
            });
            assertThat(asked.getCount()).isZero();
            endsAWaitThatIsTooLong();
        } finally {
            logger.setLevel(null);
        }
    }

    @Test
    void countsEachAnswerByItself() throws SQLException {
        try (Connection connection = DATABASE.service()) {
            for (int i = 0; i < 6; i++) {
                WATCH.during(connection, on -> sleep(on, "0.1"));
            }
            sleep(connection, "0.6"); // which nobody watches
            assertThat(connection.isClosed()).isFalse();
        }
    }

    private static boolean sleep(Connection connection, String seconds) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("select pg_sleep(" + seconds + ")");
        }
    }
}
