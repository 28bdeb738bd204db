package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Limits that two servers count in one database. What both stores promise alike is a contract of the app. */
class JdbcRateLimitsTest {
    private static final int ROUNDS = 100;
    private static final int THREADS = 16;
    private static final Duration DAY = Duration.ofDays(1);

    private static final TestPostgres DATABASE = TestPostgres.create();
    private static final JdbcRateLimits ONE = JdbcRateLimits.open(DATABASE.config());
    private static final JdbcRateLimits OTHER = JdbcRateLimits.open(DATABASE.config());

    @AfterAll
    static void close() {
        ONE.close();
        OTHER.close();
    }

    private static TenantId tenant() {
        return new TenantId(UUID.randomUUID());
    }

    /** A limit of 40 a day, which 16 threads of two servers want 48 of at the same moment, before there is a row. */
    @Test
    void twoServersTogetherTakeAllOfALimitAndNoMore() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = tenant();
            LongAdder taken = new LongAdder();
            Race.Deed one = () -> taken.add(ONE.take(tenant, 3, 40, DAY).requests());
            Race.Deed other = () -> taken.add(OTHER.take(tenant, 3, 40, DAY).requests());
            Race.run(Collections.nCopies(THREADS / 2, List.of(one, other)).stream()
                    .flatMap(List::stream)
                    .toList());
            assertThat(taken.sum()).isEqualTo(40);
        }
    }

    @Test
    void whatRestedForADayGoesWhenANewTenantComes() throws SQLException {
        TenantId old = tenant();
        TenantId young = tenant();
        ONE.take(old, 1, 10, DAY);
        ONE.take(young, 1, 10, DAY);
        sql("update tenancy.rate_limits set at = at - interval '25 hours' where tenant_id = '" + old.value() + "'");
        ONE.take(old, 1, 10, DAY); // is there again
        assertThat(ONE.take(old, 9, 10, DAY).requests()).isEqualTo(9);
        sql("update tenancy.rate_limits set at = at - interval '25 hours' where tenant_id = '" + old.value() + "'");
        ONE.take(tenant(), 1, 10, DAY);

        assertThat(rows(old)).isZero();
        assertThat(rows(young)).isOne();
    }

    /** As after a failover to a machine whose clock is behind. */
    @Test
    void aClockThatGoesBackStopsNothing() throws SQLException {
        TenantId tenant = tenant();
        ONE.take(tenant, 10, 10, Duration.ofSeconds(1));
        sql("update tenancy.rate_limits set at = at + interval '1 hour' where tenant_id = '" + tenant.value() + "'");
        while (ONE.take(tenant, 1, 10, Duration.ofSeconds(1)).requests() == 0) {
            Thread.onSpinWait();
        }
    }

    /** Each gives up in time, and its connection back. */
    @Test
    void nobodyWaitsForALockedRowForLong() throws SQLException {
        TenantId tenant = tenant();
        ONE.take(tenant, 1, 10, DAY);
        try (Connection holder = DATABASE.superuser()) {
            holder.setAutoCommit(false);
            TestPostgres.execute(
                    holder, "select 1 from tenancy.rate_limits where tenant_id = '" + tenant.value() + "' for update");
            for (int i = 0; i < 3; i++) {
                assertThatThrownBy(() -> ONE.take(tenant, 1, 10, DAY))
                        .isInstanceOfSatisfying(
                                TenancyException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_UNAVAILABLE));
            }
            assertThat(ONE.take(tenant(), 1, 10, DAY).requests()).isOne();
            holder.rollback();
        }
        assertThat(ONE.take(tenant, 1, 10, DAY).requests()).isOne();
    }

    @Test
    void opensWithoutItsDatabase() {
        JdbcConfig nowhere = JdbcConfig.of("jdbc:postgresql://127.0.0.1:1/tenancy", "nobody", "");
        try (JdbcRateLimits limits = JdbcRateLimits.open(nowhere)) {
            assertThatThrownBy(() -> limits.take(tenant(), 1, 10, DAY)).isInstanceOf(TenancyException.class);
        }
    }

    /** Written to no log that would have to be flushed. */
    @Test
    void isUnlogged() throws SQLException {
        assertThat(number("select count(*) from pg_class where oid = 'tenancy.rate_limits'::regclass"
                        + " and relpersistence = 'u'"))
                .isOne();
    }

    private static long rows(TenantId tenant) throws SQLException {
        return number("select count(*) from tenancy.rate_limits where tenant_id = '" + tenant.value() + "'");
    }

    private static long number(String sql) throws SQLException {
        try (Connection superuser = DATABASE.superuser();
                Statement statement = superuser.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void sql(String sql) throws SQLException {
        try (Connection superuser = DATABASE.superuser()) {
            TestPostgres.execute(superuser, sql);
        }
    }
}
