package com.example.recording;

import ai.callcenter.tenancy.jdbc.Migrations;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.Statement;
import org.flywaydb.core.Flyway;

/** Databases for tests, with the two logins that production has: one migrates, one serves. */
final class Database {
    private static final String MIGRATOR = "recording_migrator";
    private static final String SERVICE = "recording_service";
    private static final EmbeddedPostgres SERVER = start();
    private static final String URL = create("recording");

    private Database() {}

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.start();
            try (Connection admin = server.getPostgresDatabase().getConnection();
                    Statement statement = admin.createStatement()) {
                statement.execute("create role " + MIGRATOR + " login");
                statement.execute("create role " + SERVICE + " login");
            }
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("no PostgreSQL for tests", e);
        }
    }

    /** The one that the service runs on. */
    static String url() {
        return URL;
    }

    /** Another one, without a table. */
    static String create(String name) {
        try (Connection admin = SERVER.getPostgresDatabase().getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("create database " + name);
        } catch (Exception e) {
            throw new IllegalStateException("no database for tests", e);
        }
        try (Connection admin = SERVER.getDatabase("postgres", name).getConnection();
                Statement statement = admin.createStatement()) {
            statement.execute("grant create on schema public to " + MIGRATOR);
            Migrations.prepare(admin, MIGRATOR, SERVICE);
        } catch (Exception e) {
            throw new IllegalStateException("no database for tests", e);
        }
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name;
    }

    /** Runs tenancy's migrations, and the service's up to a version. */
    static void migrate(String url, String version) {
        try (HikariDataSource migrator = pool(url, MIGRATOR)) {
            Migrations.migrate(migrator);
            Flyway.configure().dataSource(migrator).target(version).load().migrate();
        }
    }

    static HikariDataSource migrator(String url) {
        return pool(url, MIGRATOR);
    }

    static HikariDataSource service(String url) {
        return pool(url, SERVICE);
    }

    private static HikariDataSource pool(String url, String login) {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(login);
        pool.setMaximumPoolSize(2);
        return pool;
    }
}
