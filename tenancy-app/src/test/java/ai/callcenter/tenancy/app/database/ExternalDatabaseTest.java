package ai.callcenter.tenancy.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.CommandRun;
import ai.callcenter.tenancy.app.postgres.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a PostgreSQL that somebody else runs, with logins of their own. */
class ExternalDatabaseTest {
    private static final String PASSWORD = "hush-hush";
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @TempDir
    static @Nullable Path server;

    private static @Nullable EmbeddedPostgres postgres;

    @TempDir
    @Nullable
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private String url = "";
    private String service = "";
    private String mover = "";

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(Objects.requireNonNull(server));
    }

    @AfterAll
    static void stop() {
        postgres().close();
    }

    /** A database that nobody has prepared, with a login to serve, one to migrate and one of a DBA. */
    @BeforeEach
    void database() throws SQLException {
        String name = "desk" + DATABASES.incrementAndGet();
        for (String role : new String[] {"_app", "_mover"}) {
            sql(postgres().superuser().url(), "create role " + name + role + " login password '" + PASSWORD + "'");
        }
        sql(postgres().superuser().url(), "create database " + name);
        url = postgres().superuser().url().replaceFirst("[^/]*$", name);
        service = name + "_app";
        mover = name + "_mover";
        environment.put("TENANCY_DB_URL", url);
        environment.put("TENANCY_DB_USER", service);
        environment.put("TENANCY_DB_PASSWORD", PASSWORD);
        environment.put("TENANCY_TOKEN_SECRET", "0123456789abcdef0123456789abcdef");
    }

    @Test
    void aDbaAMigratorAndAServerEachDoTheirPart() throws Exception {
        assertThat(run("check").out())
                .contains("schema tenancy: is not there yet")
                .contains("./tenancy migrate");
        assertThat(run("migrate")).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("tenancy: TENANCY_DB_MIGRATOR_USER: is missing");
        });

        withMigrator(mover);
        assertThat(run("migrate")).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err().lines()).singleElement().asString().contains("./tenancy migrate --print-roles");
        });

        sql(url, run("migrate", "--print-roles").out());
        assertThat(run("migrate")).satisfies(run -> {
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("Ran ").contains("the schema is at version");
        });
        assertThat(run("migrate").out()).contains("no migration was missing");

        withoutMigrator();
        assertThat(run("check")).satisfies(run -> {
            assertThat(run.out()).startsWith("Sound:");
            assertThat(run.exit()).isZero();
        });
        try (AppProcess server = serve().awaitServing()) {
            server.terminate();
            assertThat(server.awaitEnd()).isEqualTo(143);
            assertThat(server.err()).isEmpty();
        }
    }

    @Test
    void aServerWithAMigratorsLoginMigratesWhenItStarts() throws Exception {
        withMigrator("postgres");
        environment.put("TENANCY_DB_MIGRATOR_PASSWORD", postgres().superuser().password());
        try (AppProcess server = serve().awaitServing()) {
            assertThat(server.isAlive()).isTrue();
        }
        assertThat(run("migrate").out()).contains("no migration was missing");
    }

    @Test
    void aServerDoesNotServeFromADatabaseThatIsNotReadyOrNotSound() throws Exception {
        try (AppProcess server = serve()) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.out()).isEmpty();
            assertThat(server.err())
                    .contains("schema tenancy: is not there yet")
                    .contains("./tenancy migrate");
        }

        withMigrator("postgres");
        environment.put("TENANCY_DB_MIGRATOR_PASSWORD", postgres().superuser().password());
        assertThat(run("migrate").exit()).isZero();
        withoutMigrator();
        sql(url, "alter table tenancy.tenant_users no force row level security");
        sql(url, "alter role " + service + " bypassrls");

        CommandRun check = run("check");
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out()).contains("tenant_users").contains(service).doesNotContain("Sound");
        try (AppProcess server = serve()) {
            assertThat(server.awaitEnd()).isEqualTo(1);
            assertThat(server.out()).isEmpty();
            assertThat(server.err()).contains(check.out().strip());
        }
    }

    @Test
    void checksTheTablesOfAHost() throws Exception {
        withMigrator("postgres");
        environment.put("TENANCY_DB_MIGRATOR_PASSWORD", postgres().superuser().password());
        assertThat(run("migrate").exit()).isZero();
        String guest = service.replace("_app", "_guest");
        sql(url, "create role " + guest + " login password '" + PASSWORD + "'; create table public.calls (text text)");
        sql(url, "alter table public.calls owner to " + mover);
        sql(url, "select tenancy.isolate('public.calls', grantee => '" + guest + "')");
        Map<String, String> password = Map.of("TENANCY_DB_PASSWORD", PASSWORD);
        String[] command = {"check", "--jdbc", url, "--user", guest, "--schema", "public"};
        assertThat(CommandRun.of(password, command)).satisfies(run -> {
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).startsWith("Sound:");
            assertThat(run.exit()).isZero();
        });

        sql(url, "alter table public.calls disable row level security");
        CommandRun check = CommandRun.of(password, command);
        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out().lines())
                .containsExactly(
                        "table public.calls: carries tenant_id and is not isolated: row-level security is off",
                        "    select tenancy.isolate('public.calls', grantee => '" + guest + "')");
        assertThat(run("check", "--schema", "public").out())
                .startsWith("table public.calls: ")
                .contains("select tenancy.isolate('public.calls')");
        assertThat(run("check").out()).startsWith("Sound:");
    }

    @Test
    void saysWhatIsWrongWithTheCommandThatChecksAHost() throws Exception {
        String[] command = {"check", "--jdbc", url, "--user", service, "--schema", "typo"};
        assertThat(CommandRun.of(Map.of("TENANCY_STORE", "memory"), command)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).startsWith("tenancy: TENANCY_DB_PASSWORD: is missing");
        });
        assertThat(CommandRun.of(environment, command)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(1);
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("tenancy: There is no schema typo in the database desk");
        });
        command[command.length - 1] = "public";
        assertThat(CommandRun.of(environment, command).out()).startsWith("schema tenancy: is not there yet");
        assertThat(run("check", "--user", service)).satisfies(run -> {
            assertThat(run.exit()).isEqualTo(2);
            assertThat(run.err()).contains("--user goes with --jdbc");
        });
    }

    @Test
    void saysWhatIsWrongWithALoginWithoutItsPassword() {
        environment.put("TENANCY_DB_PASSWORD", "not-" + PASSWORD);
        CommandRun run = run("check");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains(url)
                .contains("password authentication failed")
                .contains("TENANCY_DB_USER")
                .doesNotContain(PASSWORD);
        withMigrator("nobody");
        assertThat(run("migrate").err().lines())
                .singleElement()
                .asString()
                .contains("refuses the login nobody")
                .doesNotContain(PASSWORD);
    }

    @Test
    void saysWhereItFindsNoDatabase() {
        environment.put("TENANCY_DB_URL", "jdbc:postgresql://127.0.0.1:1/desk");
        CommandRun run = run("check");

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("jdbc:postgresql://127.0.0.1:1/desk")
                .contains("TENANCY_DB_URL");
    }

    private void withMigrator(String login) {
        environment.put("TENANCY_DB_MIGRATOR_USER", login);
        environment.put("TENANCY_DB_MIGRATOR_PASSWORD", PASSWORD);
    }

    private void withoutMigrator() {
        environment.remove("TENANCY_DB_MIGRATOR_USER");
        environment.remove("TENANCY_DB_MIGRATOR_PASSWORD");
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(environment, arguments);
    }

    private AppProcess serve() throws Exception {
        return AppProcess.start(Objects.requireNonNull(folder), environment, "serve");
    }

    private static EmbeddedPostgres postgres() {
        return Objects.requireNonNull(postgres);
    }

    private static void sql(String url, String statements) throws SQLException {
        var superuser = postgres().superuser();
        try (Connection connection = DriverManager.getConnection(url, superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
