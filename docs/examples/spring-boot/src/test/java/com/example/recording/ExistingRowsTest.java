package com.example.recording;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.jdbc.TenantDataSource;
import ai.callcenter.tenancy.tenant.TenantId;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The rows from before there were tenants become one customer's, before anybody makes that tenant. */
class ExistingRowsTest {
    @Test
    void areTheFirstCustomersAndNobodyElses() throws Exception {
        String url = Database.create("existing");
        Database.migrate(url, "1");
        try (HikariDataSource owner = Database.migrator(url)) {
            new JdbcTemplate(owner).execute("insert into recordings values (gen_random_uuid(), '+4930123', 'old.ogg')");
        }
        Database.migrate(url, "latest");
        try (HikariDataSource pool = Database.service(url)) {
            assertThat(files(pool, Onboarding.ACME)).containsExactly("old.ogg");
            assertThat(files(pool, new TenantId(UUID.randomUUID()))).isEmpty();
        }
    }

    private static List<String> files(HikariDataSource pool, TenantId tenant) throws Exception {
        try (Connection connection = TenantDataSource.over(pool).connect(tenant)) {
            return new JdbcTemplate(new SingleConnectionDataSource(connection, true))
                    .queryForList("select file from recordings", String.class);
        }
    }
}
