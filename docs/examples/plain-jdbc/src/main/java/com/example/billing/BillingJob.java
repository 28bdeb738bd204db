package com.example.billing;

import ai.callcenter.tenancy.Dispatcher;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import ai.callcenter.tenancy.page.PageRequest;
import ai.callcenter.tenancy.tenant.Tenant;
import ai.callcenter.tenancy.tenant.TenantFilter;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;

/** Says what each tenant owes. Run as {@code BILLING_DB=jdbc:postgresql://… BILLING_LOGIN=… BILLING_PASSWORD=…}. */
public final class BillingJob {
    private BillingJob() {}

    public static void main(String[] arguments) throws SQLException {
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setJdbcUrl(System.getenv("BILLING_DB"));
            pool.setUsername(System.getenv("BILLING_LOGIN"));
            pool.setPassword(System.getenv("BILLING_PASSWORD"));
            run(pool);
        }
    }

    static void run(HikariDataSource pool) throws SQLException {
        Billing billing = new Billing(pool);
        try (Dispatcher refunds = billing.refunds()) {
            while (refunds.poll()) {
                // until none is left
            }
        }
        var tenants = JdbcTenancy.using(pool).tenancy().tenants();
        PageRequest page = PageRequest.first();
        while (page != null) {
            var found = tenants.all(Caller.host("billing"), TenantFilter.ALL, page);
            for (Tenant tenant : found.items()) {
                long cents = billing.total(tenant.id());
                System.out.printf("%s owes %d.%02d%n", tenant.name(), cents / 100, cents % 100);
            }
            page = found.next() == null ? null : new PageRequest(page.limit(), found.next());
        }
    }
}
