package ai.callcenter.tenancy.app.database;

import ai.callcenter.tenancy.app.config.StoreConfig.Login;
import ai.callcenter.tenancy.jdbc.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings one database up to date.
 *
 * @param url its JDBC URL
 * @param migrator the login to work with
 * @param service the name of the login that serves
 */
public record Migrator(String url, Login migrator, String service) {
    private static final int CONNECT_SECONDS = 5;
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /**
     * What was done.
     *
     * @param prepared whether the roles and the schema were made
     * @param migrations how many migrations ran
     */
    public record Outcome(boolean prepared, int migrations) {
        /** The same in one sentence. */
        public String sentence() {
            return (prepared ? "Made the roles and the schema. " : "")
                    + (migrations == 0
                            ? "The schema is up to date at version %d; no migration was missing."
                                    .formatted(Migrations.SCHEMA_VERSION)
                            : "Ran %d migration%s; the schema is at version %d."
                                    .formatted(migrations, migrations == 1 ? "" : "s", Migrations.SCHEMA_VERSION));
        }
    }

    /**
     * Makes roles and schema where they are missing, then runs the migrations that are.
     *
     * @throws AppException when the database cannot be reached, or the login may not do that
     */
    public Outcome migrate() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(migrator.user());
        source.setPassword(migrator.password());
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName("tenancy-migrator");
        try {
            boolean prepare;
            try (Connection connection = source.getConnection()) {
                prepare = !Migrations.prepared(connection);
                if (prepare) {
                    Migrations.prepare(connection, migrator.user(), service);
                }
            }
            return new Outcome(prepare, Migrations.migrate(source));
        } catch (SQLException e) {
            throw refused(e);
        } catch (RuntimeException e) {
            throw new AppException("The migration of %s failed: %s".formatted(url, oneLine(e)), e);
        }
    }

    /** The SQL with which a DBA does by hand what needs more rights than a migrator has. */
    public static String rolesSql(String migrator, String service) {
        return """
            -- Run this in the database of the service, as a role that may create roles and schemas.
            -- The two logins, where they do not exist yet:
            --   create role %1$s login password '…';
            --   create role %2$s login password '…';
            %3$s
            grant tenancy_owner to current_user;
            grant tenancy_owner to %1$s;
            grant tenancy_app to %2$s;
            create schema if not exists tenancy authorization tenancy_owner;
            """.formatted(
                        quoted(migrator), quoted(service), Migrations.rolesSql().strip());
    }

    private AppException refused(SQLException e) {
        if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
            return new AppException(
                    ("The login %s may not make the roles and the schema in %s (%s). A database administrator makes them: "
                                    + "./tenancy migrate --print-roles prints the SQL.")
                            .formatted(migrator.user(), url, oneLine(e)),
                    e);
        }
        return new AppException(
                "The database %s refuses the login %s, or cannot be reached: %s"
                        .formatted(url, migrator.user(), oneLine(e)),
                e);
    }

    static String oneLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static String quoted(String name) {
        return name.toLowerCase(Locale.ROOT).equals(name) && name.matches("[a-z_][a-z0-9_]*")
                ? name
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
