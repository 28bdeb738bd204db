package ai.callcenter.tenancy.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;
import org.junit.jupiter.api.Test;

/** The driver prepares a statement on the server from its fifth run on, which changes how it travels. */
class PreparedStatementsTest {
    @Test
    void aContextHoldsHoweverOftenAStatementRuns() {
        try (JdbcTenancy jdbc = JdbcTenancy.open(TestPostgres.create().config().withPoolSize(1))) {
            Tenancy tenancy = Tenancy.on(jdbc.store());
            Caller host = Caller.host("test");
            TenantId id = tenancy.tenants()
                    .create(host, NewTenant.named("Acme"))
                    .tenant()
                    .id();
            for (int run = 1; run <= 30; run++) {
                assertThat(tenancy.tenants().get(host, id).tenant().id())
                        .as("run %d", run)
                        .isEqualTo(id);
            }
        }
    }
}
