package ai.callcenter.tenancy.app.database;

import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.app.config.StoreConfig.Login;
import ai.callcenter.tenancy.app.postgres.EmbeddedPostgres;
import ai.callcenter.tenancy.jdbc.JdbcConfig;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import org.postgresql.PGConnection;

/**
 * The PostgreSQL that the server brings along, with a login to serve with. That login's password is made anew at each
 * start and kept nowhere.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The login that serves. */
    public static final String SERVICE = "tenancy_service";

    private static final int PASSWORD_BYTES = 24;

    private final EmbeddedPostgres postgres;
    private final JdbcConfig service;

    private EmbeddedDatabase(EmbeddedPostgres postgres, JdbcConfig service) {
        this.postgres = postgres;
        this.service = service;
    }

    /**
     * Starts PostgreSQL on the folder and makes the login.
     *
     * @throws ai.callcenter.tenancy.app.postgres.EmbeddedPostgresException when PostgreSQL cannot start
     * @throws AppException when the login cannot be made; nothing is left running
     */
    public static EmbeddedDatabase start(StoreConfig.Embedded config) {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(config.folder());
        try {
            var superuser = postgres.superuser();
            String password = setPassword(superuser);
            JdbcConfig service =
                    JdbcConfig.of(superuser.url(), SERVICE, password).withPoolSize(config.poolSize());
            return new EmbeddedDatabase(postgres, service);
        } catch (Throwable e) {
            postgres.close();
            throw e;
        }
    }

    private static String setPassword(EmbeddedPostgres.Superuser superuser) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try (Connection connection =
                        DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
                Statement statement = connection.createStatement()) {
            statement.execute("""
                do $$
                begin
                  if not exists (select from pg_catalog.pg_roles where rolname = 'tenancy_service') then
                    create role tenancy_service login nosuperuser nobypassrls nocreatedb nocreaterole;
                  end if;
                end
                $$""");
            // Hashed here: the server and its log never see it.
            connection.unwrap(PGConnection.class).alterUserPassword(SERVICE, password.toCharArray(), null);
            return password;
        } catch (SQLException e) {
            throw new AppException(
                    "The login of the server cannot be made in its own database: " + Migrator.oneLine(e), e);
        }
    }

    /**
     * Brings the schema up to date.
     *
     * @throws AppException when that fails
     */
    public Migrator.Outcome migrate() {
        var superuser = postgres.superuser();
        Login login = new Login(superuser.user(), superuser.password());
        return new Migrator(superuser.url(), login, SERVICE).migrate();
    }

    /** How the server connects. */
    JdbcConfig service() {
        return service;
    }

    @Override
    public void close() {
        postgres.close();
    }
}
