package ai.callcenter.tenancy.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One real PostgreSQL 18 for all tests of a JVM, and in it as many databases as tests want. Logins as in production: a
 * superuser who prepares, a migrator, a service.
 */
public final class TestPostgres {
    static final String MIGRATOR = "test_migrator";
    static final String SERVICE = "test_service";
    /** For tests that give it every grant, to see row-level security stand alone. */
    static final String GRANTEE = "test_grantee";

    static final String PASSWORD = "test";
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String name;

    private TestPostgres(String name) {
        this.name = name;
    }

    /** A new database with the schema in it. */
    public static TestPostgres create() {
        try {
            TestPostgres database = prepared();
            Migrations.migrate(database.source(MIGRATOR));
            return database;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A new database with the roles and an empty schema. */
    static TestPostgres prepared() throws SQLException {
        TestPostgres database = created("");
        try (Connection admin = database.superuser()) {
            Migrations.prepare(admin, MIGRATOR, SERVICE);
        }
        return database;
    }

    /** A new database with all that is in this one, to which nobody may be connected meanwhile. */
    TestPostgres copy() throws SQLException {
        return created(" template " + name);
    }

    /** Removes the database, and whoever is connected to it. */
    void drop() throws SQLException {
        try (Connection admin = SERVER.getPostgresDatabase().getConnection()) {
            execute(admin, "drop database " + name + " with (force)");
        }
    }

    /** Takes row-level security off every table. */
    void disableRowSecurity() throws SQLException {
        try (Connection superuser = superuser()) {
            execute(superuser, """
                    do $$
                    declare
                      guarded regclass;
                    begin
                      for guarded in select oid from pg_class
                                      where relnamespace = 'tenancy'::regnamespace and relrowsecurity loop
                        execute format('alter table %s disable row level security', guarded);
                      end loop;
                    end
                    $$""");
        }
    }

    private static TestPostgres created(String options) throws SQLException {
        TestPostgres database = new TestPostgres("test_" + DATABASES.incrementAndGet());
        try (Connection admin = SERVER.getPostgresDatabase().getConnection()) {
            execute(admin, "create database " + database.name + options);
        }
        return database;
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("deadlock_timeout", "100ms")
                    .start();
            try (Connection admin = server.getPostgresDatabase().getConnection()) {
                execute(admin, "create role " + MIGRATOR + " login password '" + PASSWORD + "'");
                execute(admin, "create role " + SERVICE + " login password '" + PASSWORD + "'");
                execute(admin, "create role " + GRANTEE + " login password '" + PASSWORD + "'");
            }
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The port that the server listens on, on loopback. */
    public int port() {
        return SERVER.getPort();
    }

    /** The database's JDBC address. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + name;
    }

    /** How a service connects to it. */
    public JdbcConfig config() {
        return JdbcConfig.of(url(), SERVICE, PASSWORD);
    }

    /** A connection that row-level security does not bind. */
    public Connection superuser() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    /** A connection of the service's login, without any context. */
    public Connection service() throws SQLException {
        return DriverManager.getConnection(url(), SERVICE, PASSWORD);
    }

    /** Connections of one login. */
    PGSimpleDataSource source(String login) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url());
        source.setUser(login);
        source.setPassword(PASSWORD);
        return source;
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
