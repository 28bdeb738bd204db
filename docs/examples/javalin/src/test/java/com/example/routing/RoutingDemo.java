package com.example.routing;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;

/** The service on a PostgreSQL of its own, with two tenants; prints a token for a member of each. */
public final class RoutingDemo {
    private RoutingDemo() {}

    public static void main(String[] arguments) throws InterruptedException {
        Tenancy tenancy = JdbcTenancy.using(Database.pool()).tenancy();
        RoutingService.create(Database.pool(), Office.KEYS).start(8080);
        System.out.println("ACME=" + Office.open(tenancy, "acme").token());
        System.out.println("GLOBEX=" + Office.open(tenancy, "globex").token());
        Thread.currentThread().join(); // until it is interrupted
    }
}
