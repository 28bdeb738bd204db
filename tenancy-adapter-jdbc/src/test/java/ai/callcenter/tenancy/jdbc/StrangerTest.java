package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.jdbc.JdbcConfig.Isolation;
import ai.callcenter.tenancy.jdbc.Office.Person;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Who does not belong to a tenant waits for nobody in it and makes nobody wait: else a stranger could hold its writers
 * up, and learn by the wait that there is such a tenant.
 */
class StrangerTest {
    private final Office office = Office.office(Isolation.READ_COMMITTED, 9);
    private final Person stranger = Office.person(office.tenancy());

    @AfterAll
    static void close() {
        Office.close();
    }

    @Test
    void isRefusedWhileAMemberWrites() {
        Email email = Office.fresh();
        office.tenancy().members().add(Office.HOST, office.id(), email, Role.VIEWER);
        office.tenancy().members().remove(Office.HOST, office.id(), email);
        inAWritersUnit(() -> {
            refused(
                    ErrorCode.TENANT_NOT_FOUND,
                    () -> office.tenancy().tenants().switchTo(Caller.user(stranger.id()), office.id()));
            refused(
                    ErrorCode.ACCESS_REVOKED,
                    () -> office.tenancy().members().add(stranger.in(office.id()), office.id(), email, Role.ADMIN));
        });
    }

    @Test
    void costsTheSameWorkWhetherThereIsATenantOrNot() throws SQLException {
        try (Connection connection = Office.service()) {
            connection.setAutoCommit(false);
            assertThat(looks(connection, office.id(), stranger)).isZero();
            assertThat(looks(connection, new TenantId(UUID.randomUUID()), stranger))
                    .isZero();
            assertThat(looks(connection, office.id(), office.ana())).isPositive();
            connection.rollback();
        }
    }

    /** How often the table of tenants was looked into, as PostgreSQL counts it. */
    private static long looks(Connection connection, TenantId tenant, Person caller) throws SQLException {
        long before = looks(connection);
        AccessQuery.lockWithCaller(connection, tenant, caller.id());
        return looks(connection) - before;
    }

    private static long looks(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                    select pg_stat_get_xact_numscans('tenancy.tenants'::regclass)
                         + (select sum(pg_stat_get_xact_numscans(indexrelid)) from pg_index
                             where indrelid = 'tenancy.tenants'::regclass)""")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void refused(ErrorCode code, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        TenancyException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private void inAWritersUnit(Runnable meanwhile) {
        Office.store(Isolation.READ_COMMITTED)
                .inTenant(office.id(), office.ana().id(), unit -> {
                    assertThat(unit.access().member()).isNotNull();
                    // On a thread of its own, since no unit may be opened within another one.
                    return CompletableFuture.runAsync(meanwhile)
                            .orTimeout(30, TimeUnit.SECONDS)
                            .join();
                });
    }
}
