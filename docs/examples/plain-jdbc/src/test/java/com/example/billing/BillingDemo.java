package com.example.billing;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import ai.callcenter.tenancy.tenant.NewTenant;
import ai.callcenter.tenancy.tenant.TenantId;

/** The job on a PostgreSQL of its own, with two tenants that buy seats, one of which is given back. */
public final class BillingDemo {
    private BillingDemo() {}

    public static void main(String[] arguments) throws Exception {
        Caller host = Caller.host("demo");
        Tenancy tenancy = JdbcTenancy.using(Database.pool()).tenancy();
        Billing billing = new Billing(Database.pool());
        billing.refunds().close(); // what happens from now on is kept for it
        for (String name : new String[] {"acme", "globex"}) {
            Email owner = new Email("owner@" + name + ".example");
            TenantId tenant = tenancy.tenants()
                    .create(host, NewTenant.named(name), owner)
                    .tenant()
                    .id();
            Email ben = new Email("ben@" + name + ".example");
            billing.sell(tenant, ben);
            if (name.equals("globex")) {
                tenancy.members().remove(host, tenant, ben);
            }
        }
        BillingJob.run(Database.pool());
        System.exit(0); // the PostgreSQL of the demo has threads, and ends with the JVM
    }
}
