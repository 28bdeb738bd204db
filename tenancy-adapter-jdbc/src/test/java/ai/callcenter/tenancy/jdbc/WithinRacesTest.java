package ai.callcenter.tenancy.jdbc;

import static ai.callcenter.tenancy.jdbc.Office.HOST;
import static ai.callcenter.tenancy.jdbc.Office.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.ErrorCode;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Hosts' transactions that meet in one tenant: each writes a row of its own, then ours, then commits. */
class WithinRacesTest {
    private static final int ROUNDS = 25;
    private static final int THREADS = 16;

    private static Calls calls;
    private static JdbcTenancy jdbc;

    @BeforeAll
    static void open() throws SQLException {
        calls = Calls.open();
        jdbc = JdbcTenancy.using(calls.database().source(TestPostgres.SERVICE));
    }

    @AfterAll
    static void close() {
        calls.close();
    }

    private static TenantId found(int seats, Email... admins) {
        Tenant tenant = jdbc.tenancy()
                .tenants()
                .create(HOST, NewTenant.named("Office").withMaxUsers(seats), admins[0])
                .tenant();
        for (int i = 1; i < admins.length; i++) {
            jdbc.tenancy().members().add(HOST, tenant.id(), admins[i], Role.ADMIN);
        }
        return tenant.id();
    }

    private interface UseCase {
        void in(Tenancy tenancy);
    }

    private static Race.Deed inOneTransaction(TenantId tenant, UseCase useCase) {
        return () -> TenantDataSource.over(calls.database().source(TestPostgres.SERVICE))
                .inTransaction(tenant, connection -> {
                    Calls.add(connection, "with it");
                    useCase.in(jdbc.tenancy().over(jdbc.within(connection)));
                    return null;
                });
    }

    private static long notes(TenantId tenant) throws SQLException {
        try (Connection connection = calls.tenants().connect(tenant)) {
            return Calls.notes(connection).size();
        }
    }

    @Test
    void exactlyTheFreeSeatsAreTaken() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            TenantId tenant = found(6, fresh());
            List<Race.Deed> adds = IntStream.range(0, THREADS)
                    .mapToObj(i -> inOneTransaction(
                            tenant, tenancy -> tenancy.members().add(HOST, tenant, fresh(), Role.MEMBER)))
                    .toList();
            List<Optional<ErrorCode>> ends = Race.run(adds);
            assertThat(Race.done(ends)).isEqualTo(5);
            assertThat(ends).containsOnly(Optional.empty(), Optional.of(ErrorCode.SEAT_LIMIT_REACHED));
            assertThat(jdbc.tenancy().tenants().get(HOST, tenant).tenant().userCount())
                    .isEqualTo(6);
            assertThat(notes(tenant)).isEqualTo(5);
        }
    }

    @Test
    void oneAdminStays() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Email ana = fresh();
            Email ben = fresh();
            TenantId tenant = found(6, ana, ben);
            List<Optional<ErrorCode>> ends = Race.run(List.of(
                    inOneTransaction(tenant, tenancy -> tenancy.members().remove(HOST, tenant, ana)),
                    inOneTransaction(tenant, tenancy -> tenancy.members().remove(HOST, tenant, ben))));
            assertThat(ends).containsExactlyInAnyOrder(Optional.empty(), Optional.of(ErrorCode.LAST_ADMIN));
            assertThat(notes(tenant)).isEqualTo(1);
        }
    }

    @Test
    void aConflictIsTheHostsToRunAgain() throws Exception {
        TenantId tenant = found(6, fresh());
        try (Connection connection = calls.pool().getConnection()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            TestPostgres.execute(connection, "select 1"); // the host's snapshot
            jdbc.tenancy().members().add(HOST, tenant, fresh(), Role.MEMBER);
            Tenancy tenancy = jdbc.tenancy().over(jdbc.within(connection));
            List<Optional<ErrorCode>> ends =
                    Race.run(List.of(() -> tenancy.members().add(HOST, tenant, fresh(), Role.MEMBER)));
            assertThat(ends).containsExactly(Optional.of(ErrorCode.STORE_UNAVAILABLE));
            assertThat(PoolOfOne.context(connection)).isEqualTo("|||||");
            connection.rollback();
            tenancy.members().add(HOST, tenant, fresh(), Role.MEMBER);
            connection.commit();
        }
        assertThat(jdbc.tenancy().tenants().get(HOST, tenant).tenant().userCount())
                .isEqualTo(3);
    }
}
