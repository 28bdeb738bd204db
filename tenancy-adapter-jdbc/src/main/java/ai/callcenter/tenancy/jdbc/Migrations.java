package ai.callcenter.tenancy.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings a database to the schema that this version needs: the roles first, by somebody who may make them, then the
 * tables, as the owner, in a schema {@code tenancy} of their own with a Flyway history of their own. Both steps may be
 * repeated.
 */
public final class Migrations {
    /** The schema version that this code works with; {@code tenancy.schema_version()} answers it. */
    public static final int SCHEMA_VERSION = 11;

    private static final String FOLDER = "ai/callcenter/tenancy/jdbc/migrations";

    private Migrations() {}

    /** The SQL that makes the two group roles, for a DBA to run by hand. */
    public static String rolesSql() {
        return Resources.text("migrations/roles.sql");
    }

    /** Whether {@link #prepare} has been done in this database and for this login. */
    public static boolean prepared(Connection migrator) throws SQLException {
        try (Statement statement = migrator.createStatement();
                ResultSet row = statement.executeQuery("""
                    select count(*) = 2 and exists (select from pg_catalog.pg_namespace where nspname = 'tenancy')
                           and coalesce(bool_or(rolname = 'tenancy_owner' and pg_has_role(oid, 'member')), false)
                      from pg_catalog.pg_roles where rolname in ('tenancy_owner', 'tenancy_app')""")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /**
     * Makes the roles and the empty schema, all or nothing.
     *
     * @param admin a connection of a login that may create roles, and schemas in this database
     * @param migrator the login that will call {@link #migrate}
     * @param service the login that will serve
     * @throws SQLException when the login may not; nothing is left behind
     */
    public static void prepare(Connection admin, String migrator, String service) throws SQLException {
        admin.setAutoCommit(false);
        try (Statement statement = admin.createStatement()) {
            statement.execute(rolesSql());
            // Whoever makes a schema for another role must be able to become it.
            statement.execute("grant tenancy_owner to current_user");
            statement.execute("grant tenancy_owner to " + statement.enquoteIdentifier(migrator, true));
            statement.execute("grant tenancy_app to " + statement.enquoteIdentifier(service, true));
            statement.execute("create schema if not exists tenancy authorization tenancy_owner");
            admin.commit();
        } catch (SQLException e) {
            admin.rollback();
            throw e;
        } finally {
            admin.setAutoCommit(true);
        }
    }

    /**
     * Runs the migrations that are missing, as the owner.
     *
     * @param migrator connections of a login that is a member of {@code tenancy_owner}
     * @return how many ran
     * @throws org.flywaydb.core.api.FlywayException when one fails; it leaves nothing behind
     */
    public static int migrate(DataSource migrator) {
        return flyway(migrator).load().migrate().migrationsExecuted;
    }

    static FluentConfiguration flyway(DataSource migrator) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(OwnerConnections.over(migrator))
                .locations("classpath:" + FOLDER)
                .schemas("tenancy")
                .createSchemas(false)
                .table("schema_history")
                .placeholderReplacement(false);
    }
}
