package ai.callcenter.tenancy.app.bench;

import ai.callcenter.tenancy.app.postgres.EmbeddedPostgres;
import ai.callcenter.tenancy.jdbc.Migrations;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** One PostgreSQL with the same data twice: in the server's schema, and in plain tables for the bare handler. */
final class Data implements AutoCloseable {
    private static final String POOL_SIZE = "10";

    private final EmbeddedPostgres postgres;
    private final String password;

    private Data(EmbeddedPostgres postgres, String password) {
        this.postgres = postgres;
        this.password = password;
    }

    /**
     * Starts it, without data.
     *
     * @param password that of both logins
     */
    static Data start(Path folder, String password) throws SQLException {
        Data data = new Data(EmbeddedPostgres.start(folder), password);
        try {
            data.migrate();
            return data;
        } catch (Throwable e) {
            data.close();
            throw e;
        }
    }

    private void migrate() throws SQLException {
        EmbeddedPostgres.Superuser superuser = postgres.superuser();
        run("create role measured login password '%1$s'; create role bare login password '%1$s'".formatted(password));
        try (Connection connection = connect()) {
            Migrations.prepare(connection, superuser.user(), "measured");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(superuser.url());
        source.setUser(superuser.user());
        source.setPassword(superuser.password());
        Migrations.migrate(source);
        run(BARE);
    }

    /** The same keys, checks and indexes; counters and rules are the handler's own business. */
    private static final String BARE = """
            create schema bare;
            create table bare.tenants (like tenancy.tenants including all) with (fillfactor = 80);
            create table bare.users (like tenancy.users including all);
            create table bare.tenant_users (like tenancy.tenant_users including all,
              foreign key (tenant_id) references bare.tenants (id),
              foreign key (user_id, email) references bare.users (id, email));
            create table bare.audit_log (like tenancy.audit_log including all,
              foreign key (tenant_id) references bare.tenants (id));
            grant usage on schema bare to bare;
            grant select, insert, update, delete on all tables in schema bare to bare;
            """;

    /** Makes the tenants with these numbers, each with 10 users of its own, the first of them its admin. */
    void load(int from, int to) throws SQLException {
        // Without triggers: they would update each tenant 10 times. So the counters are written here.
        run("""
            set session_replication_role = replica;
            insert into tenancy.tenants (id, name, name_key, domain, description, max_users, user_count, admin_count,
                                         metadata, created_at, updated_at)
              select %1$s, 'Tenant ' || t, 'tenant ' || t, 't' || t || '.example', 'A call center', 1000, %3$d, 1,
                     '{"plan":"standard"}', date_trunc('second', now()), date_trunc('second', now())
                from generate_series(%4$d, %5$d) t;
            insert into tenancy.users (id, email, claimed, created_at)
              select %2$s, 'u' || u || '@t' || t || '.example', true, now()
                from generate_series(%4$d, %5$d) t, generate_series(1, %3$d) u;
            insert into tenancy.tenant_users (tenant_id, user_id, email, role, joined_at, entered_at)
              select %1$s, %2$s, 'u' || u || '@t' || t || '.example', case u when 1 then 'admin' else 'member' end,
                     now(), now()
                from generate_series(%4$d, %5$d) t, generate_series(1, %3$d) u;
            """.formatted(
                        id('a', "t"),
                        id('b', "((t - 1) * %d + u)".formatted(Population.MEMBERS)),
                        Population.MEMBERS,
                        from,
                        to));
        run("""
            set session_replication_role = replica;
            insert into bare.tenants select * from tenancy.tenants on conflict do nothing;
            insert into bare.users select * from tenancy.users on conflict do nothing;
            insert into bare.tenant_users select * from tenancy.tenant_users on conflict do nothing;
            """);
        for (String table : new String[] {"tenants", "users", "tenant_users", "audit_log"}) {
            run("vacuum analyze tenancy." + table);
            run("vacuum analyze bare." + table);
        }
        run("checkpoint");
    }

    /** The SQL of the id that {@link Population#id} makes of the same number. */
    static String id(char family, String number) {
        return "('01900000-0000-7000-%c000-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(family, number);
    }

    /** The settings with which a server reaches it. */
    Map<String, String> settings(String login) {
        return Map.of(
                "TENANCY_DB_URL",
                postgres.superuser().url(),
                "TENANCY_DB_USER",
                login,
                "TENANCY_DB_PASSWORD",
                password,
                "TENANCY_DB_POOL_SIZE",
                POOL_SIZE,
                "TENANCY_TOKEN_SECRET",
                password,
                "TENANCY_TOKEN_TTL",
                "PT24H",
                "TENANCY_REQUEST_LOG",
                "off",
                "TENANCY_PORT",
                "0");
    }

    /** A pool as a host has it, of the login that the server uses. */
    HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.superuser().url());
        config.setUsername("measured");
        config.setPassword(password);
        return new HikariDataSource(config);
    }

    private Connection connect() throws SQLException {
        EmbeddedPostgres.Superuser superuser = postgres.superuser();
        return DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
    }

    /** Runs SQL as the superuser. */
    void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
