package ai.callcenter.tenancy.app.database;

import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.jdbc.Fault;
import ai.callcenter.tenancy.jdbc.IsolationCheck;
import ai.callcenter.tenancy.jdbc.JdbcConfig;
import ai.callcenter.tenancy.jdbc.JdbcTenancy;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL, the server's own or another one, and the connections of the login that serves. */
public final class Database implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Database.class.getName());

    private final @Nullable EmbeddedDatabase own;
    private final JdbcConfig service;
    private final JdbcTenancy tenancy;

    private Database(@Nullable EmbeddedDatabase own, JdbcConfig service) {
        this.own = own;
        this.service = service;
        this.tenancy = connect(service);
    }

    /**
     * Opens it.
     *
     * @param migrate whether to bring the schema up to date first, where there is a login that may
     * @throws AppException when it cannot be opened; nothing is left open
     */
    public static Database open(StoreConfig config, boolean migrate) {
        return switch (config) {
            case StoreConfig.Memory memory -> throw new IllegalArgumentException("memory is no database");
            case StoreConfig.Embedded embedded -> open(EmbeddedDatabase.start(embedded), migrate);
            case StoreConfig.External external -> open(external, migrate);
        };
    }

    private static Database open(EmbeddedDatabase own, boolean migrate) {
        try {
            if (migrate) {
                own.migrate();
            }
            return new Database(own, own.service());
        } catch (Throwable e) {
            own.close();
            throw e;
        }
    }

    private static Database open(StoreConfig.External database, boolean migrate) {
        StoreConfig.Login login = database.login();
        if (migrate && database.migrator() != null) {
            new Migrator(database.url(), database.migrator(), login.user()).migrate();
        }
        JdbcConfig service = JdbcConfig.of(database.url(), login.user(), login.password());
        return new Database(null, service.withPoolSize(database.poolSize()));
    }

    private static JdbcTenancy connect(JdbcConfig config) {
        try {
            return JdbcTenancy.open(config);
        } catch (TenancyException e) {
            throw new AppException(
                    "The database %s cannot be reached, or refuses the login %s (TENANCY_DB_URL, TENANCY_DB_USER): %s"
                            .formatted(config.url(), config.user(), Migrator.oneLine(root(e))),
                    e);
        }
    }

    private static Throwable root(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : root(cause);
    }

    /**
     * What keeps it from serving or from keeping tenants apart, and what is worth mending soon.
     *
     * @throws AppException when it is away
     */
    public List<Fault> faults() {
        return faults(List.of());
    }

    /**
     * The same, and what is wrong with a host's own tables.
     *
     * @param schemas where those are
     * @throws AppException when it is away, or has no such schema
     */
    public List<Fault> faults(List<String> schemas) {
        try (Connection connection = tenancy.connection()) {
            return IsolationCheck.run(connection, schemas);
        } catch (IllegalArgumentException e) {
            throw new AppException(String.valueOf(e.getMessage()), e);
        } catch (SQLException e) {
            throw new AppException("The database went away during the check: " + Migrator.oneLine(root(e)), e);
        }
    }

    /**
     * Refuses a database that must not be served from; what may wait is logged.
     *
     * @throws AppException with every fault
     */
    void requireFit() {
        List<Fault> faults = faults();
        if (faults.stream().anyMatch(Fault::stops)) {
            throw new AppException("The server does not serve from this database:\n"
                    + faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        }
        faults.forEach(fault -> LOG.log(Level.WARNING, "The database: {0}", fault));
    }

    /** How the login that serves connects. */
    JdbcConfig service() {
        return service;
    }

    JdbcTenancy tenancy() {
        return tenancy;
    }

    @Override
    public void close() {
        tenancy.close();
        if (own != null) {
            own.close();
        }
    }
}
