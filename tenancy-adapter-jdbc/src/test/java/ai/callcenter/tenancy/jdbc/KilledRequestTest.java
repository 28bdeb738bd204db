package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.PoolOfOne.ACME;
import static ai.callcenter.tenancy.jdbc.PoolOfOne.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.config.ConfigEntry;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.text.Json;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A unit whose connection ends in its middle leaves neither rows nor a context, and the next one finds a new
 * connection.
 */
class KilledRequestTest {
    private static final ConfigEntry ENTRY =
            new ConfigEntry(new ConfigKey("written"), Json.string("by a unit"), Instant.EPOCH);

    private static PoolOfOne pool;

    /** How a request is killed. */
    private interface Blow {
        void strike() throws IOException, SQLException;
    }

    @BeforeAll
    static void open() throws SQLException, IOException {
        pool = PoolOfOne.open();
    }

    @AfterAll
    static void close() throws IOException {
        pool.close();
    }

    @Test
    void theDatabaseEndsTheConnection() throws SQLException {
        killed(() -> {
            try (Connection superuser = pool.database().superuser()) {
                TestPostgres.execute(superuser, """
                        select pg_terminate_backend(pid, 5000) from pg_stat_activity
                         where datname = current_database() and usename = 'test_service'""");
            }
        });
    }

    @Test
    void theNetworkEndsTheConnection() throws SQLException {
        killed(() -> pool.proxy().cut());
    }

    private static void killed(Blow blow) throws SQLException {
        assertThatThrownBy(() -> pool.tenancy().store().inTenant(ACME, ANN, unit -> {
                    unit.configs().put(ENTRY);
                    blow.strike();
                    return unit.configs().put(ENTRY);
                }))
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
        assertThat(pool.context()).isEqualTo("|||||");
        assertThat(pool.has(ACME, ENTRY.key())).isFalse();
    }
}
