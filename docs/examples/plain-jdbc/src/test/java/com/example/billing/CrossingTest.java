package com.example.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.access.Role;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.jdbc.IsolationCheck;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import ai.callcenter.tenancy.jdbc.TenantDataSource;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two tenants, and each way from one into the other. */
class CrossingTest {
    private static final Caller HOST = Caller.host("test");
    private static final Email BEN = new Email("ben@example.org");

    private final HikariDataSource pool = Database.pool();
    private final JdbcTenancy jdbc = JdbcTenancy.using(pool);
    private final Tenancy tenancy = jdbc.tenancy();
    private final TenantDataSource tenants = TenantDataSource.over(pool);
    private final Billing billing = new Billing(pool);

    private TenantId acme;
    private TenantId globex;

    @BeforeEach
    void globexOwesASeat() throws SQLException {
        acme = found("Acme");
        globex = found("Globex");
        billing.sell(globex, BEN);
    }

    private TenantId found(String name) {
        return tenancy.tenants()
                .create(HOST, NewTenant.named(name), new Email("owner@example.org"))
                .tenant()
                .id();
    }

    @Test
    void eachTenantHasItsOwnInvoice() throws SQLException {
        assertThat(billing.total(globex)).isEqualTo(Billing.SEAT);
        assertThat(billing.total(acme)).isZero();
    }

    @Test
    void aMemberThatIsRefusedIsNotBilled() throws SQLException {
        assertThatThrownBy(() -> billing.sell(globex, BEN)).isInstanceOf(TenancyException.class);
        assertThat(billing.total(globex)).isEqualTo(Billing.SEAT);
    }

    @Test
    void aTransactionOfOneTenantTakesNoUseCaseOfAnother() throws SQLException {
        Email cleo = new Email("cleo@example.org");
        assertThatThrownBy(() -> tenants.inTransaction(acme, connection -> tenancy.over(jdbc.within(connection))
                        .members()
                        .add(HOST, globex, cleo, Role.MEMBER)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> tenancy.members().get(HOST, globex, cleo)).isInstanceOf(TenancyException.class);
    }

    @Test
    void whoIsRemovedIsPaidBackToTheOwnTenantOnce() throws SQLException {
        try (Dispatcher refunds = billing.refunds()) {
            billing.sell(acme, BEN);
            tenancy.members().remove(HOST, globex, BEN);
            while (refunds.poll()) {
                // until none is left
            }
        }
        assertThat(billing.total(globex)).isZero();
        assertThat(billing.total(acme)).isEqualTo(Billing.SEAT);
    }

    @Test
    void sqlOfTheServicesLoginSeesOneTenantsRowsOrNone() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select * from invoice_lines")) {
            assertThat(rows.next()).isFalse();
        }
        try (Connection connection = tenants.connect(acme);
                Statement statement = connection.createStatement()) {
            String intoGlobex = "insert into invoice_lines values ('" + globex + "', gen_random_uuid(), 'a gift', -1)";
            assertThatThrownBy(() -> statement.execute(intoGlobex)).hasMessageContaining("row-level security");
            assertThat(statement.executeUpdate("delete from invoice_lines")).isZero();
        }
        assertThat(billing.total(globex)).isEqualTo(Billing.SEAT);
    }

    @Test
    void everyTableIsIsolated() throws SQLException {
        IsolationCheck.require(pool, "public");
    }
}
