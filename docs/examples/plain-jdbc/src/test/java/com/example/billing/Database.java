package com.example.billing;

import ai.callcenter.tenancy.jdbc.Migrations;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;

/** A PostgreSQL for tests, with the two logins that production has: one migrates, one serves. */
final class Database {
    private static final HikariDataSource POOL = start();

    private Database() {}

    /** Connections of the service's login. */
    static HikariDataSource pool() {
        return POOL;
    }

    private static HikariDataSource start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            try (Connection admin = server.getPostgresDatabase().getConnection();
                    Statement statement = admin.createStatement()) {
                statement.execute("create role billing_migrator login");
                statement.execute("create role billing_service login");
                statement.execute("grant create on schema public to billing_migrator");
                Migrations.prepare(admin, "billing_migrator", "billing_service");
            }
            Schema.migrate(server.getDatabase("billing_migrator", "postgres"));
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(server.getDatabase("billing_service", "postgres"));
            return pool;
        } catch (Exception e) {
            throw new IllegalStateException("no PostgreSQL for tests", e);
        }
    }
}
