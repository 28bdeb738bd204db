package com.example.routing;

import ai.callcenter.tenancy.jdbc.Migrations;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Tenancy's tables, then this service's, which are isolated by the last line of their migration. */
final class Schema {
    private Schema() {}

    static void migrate(DataSource migrator) {
        Migrations.migrate(migrator);
        Flyway.configure().dataSource(migrator).load().migrate();
    }
}
