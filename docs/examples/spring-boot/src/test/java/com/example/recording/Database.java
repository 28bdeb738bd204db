package com.example.recording;

import ai.callcenter.tenancy.jdbc.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;

/** A PostgreSQL for tests, with the two logins that production has: one migrates, one serves. */
final class Database {
    private static final EmbeddedPostgres SERVER = start();

    private Database() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            try (Connection admin = server.getPostgresDatabase().getConnection();
                    Statement statement = admin.createStatement()) {
                statement.execute("create role recording_migrator login");
                statement.execute("create role recording_service login");
                statement.execute("grant create on schema public to recording_migrator");
                Migrations.prepare(admin, "recording_migrator", "recording_service");
            }
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("no PostgreSQL for tests", e);
        }
    }

    static String url() {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/postgres";
    }
}
