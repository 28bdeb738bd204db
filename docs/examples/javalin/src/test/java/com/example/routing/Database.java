package com.example.routing;

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
                statement.execute("create role routing_migrator login");
                statement.execute("create role routing_service login");
                statement.execute("grant create on schema public to routing_migrator");
                Migrations.prepare(admin, "routing_migrator", "routing_service");
            }
            Schema.migrate(server.getDatabase("routing_migrator", "postgres"));
            HikariDataSource pool = new HikariDataSource();
            pool.setDataSource(server.getDatabase("routing_service", "postgres"));
            return pool;
        } catch (Exception e) {
            throw new IllegalStateException("no PostgreSQL for tests", e);
        }
    }
}
