package ai.callcenter.tenancy.jdbc;

import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.jdbc.Fault.Severity;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Whether a database keeps tenants apart for the login that serves: its roles, row-level security, policies, keys,
 * checks, triggers, functions and grants are as the migrations made them; and so for a host's own tables. It reads the
 * catalog alone, and needs no right but to connect. The rules are the SQL files in {@code check/}; each can be run by
 * hand in psql.
 */
public final class IsolationCheck {
    /** In this order: what explains a fault best names it first. */
    private static final List<String> RULES = List.of("login", "session", "tables", "views", "functions", "keys");
    /**
     * The rules for a host's tables ask these; where they are not as they were made, their answers are worth nothing.
     */
    private static final List<String> FOUNDATIONS =
            List.of("function tenancy.", "grant execute on function tenancy.", "grant usage on schema tenancy");

    private IsolationCheck() {}

    /**
     * Checks the database.
     *
     * @param service a connection of the login that serves, outside of a transaction, on which nothing was done yet
     * @return what is wrong, the worst first; empty when all is sound
     * @throws SQLException when the database cannot be reached
     */
    public static List<Fault> run(Connection service) throws SQLException {
        return run(service, List.of());
    }

    /**
     * Refuses a database that does not keep a host's tenants apart, or that tenancy's own login may not use: for a
     * host's start, before it answers anybody.
     *
     * @param tenancy what serves; its login has to be a member of {@code tenancy_app}
     * @param schemas the schemas of the host's tables, such as {@code public}
     * @return what is worth mending soon
     * @throws IsolationException when something is wrong, with every fault
     * @throws IllegalArgumentException when there is no such schema
     * @throws TenancyException {@code store_unavailable} when the database cannot be reached
     */
    public static List<Fault> require(JdbcTenancy tenancy, String... schemas) {
        return require(tenancy::connection, true, List.of(schemas));
    }

    /**
     * The same for a login that need not be a member of {@code tenancy_app}, since tenancy itself works with another
     * one: with sealed tables, best.
     *
     * @param service connections of the login that serves
     * @param schemas the schemas of the host's tables, such as {@code public}
     * @return what is worth mending soon
     * @throws IsolationException when something is wrong, with every fault
     * @throws IllegalArgumentException when there is no such schema
     * @throws TenancyException {@code store_unavailable} when the database cannot be reached
     */
    public static List<Fault> require(DataSource service, String... schemas) {
        return require(service::getConnection, schemas.length == 0, List.of(schemas));
    }

    @FunctionalInterface
    private interface Source {
        Connection connection() throws SQLException;
    }

    private static List<Fault> require(Source source, boolean member, List<String> schemas) {
        try (Connection connection = source.connection()) {
            List<Fault> faults = run(connection, schemas, member);
            if (faults.stream().anyMatch(Fault::stops)) {
                throw new IsolationException(faults);
            }
            return faults;
        } catch (SQLException e) {
            throw SqlErrors.translate(e);
        }
    }

    /**
     * Checks the database and, in a host's schemas, each table that carries a tenant's column: that it is isolated, and
     * that no view, function, key or right goes round that. A table without such a column is taken as shared by all.
     * With schemas the login may be one of the host's own, which is no member of {@code tenancy_app}.
     *
     * @param service a connection of the login that serves, outside of a transaction, on which nothing was done yet
     * @param schemas names as the catalog has them, such as {@code public}; {@code tenancy} is checked in any case
     * @return what is wrong, the worst first; empty when all is sound
     * @throws IllegalArgumentException when there is no such schema
     * @throws SQLException when the database cannot be reached
     */
    public static List<Fault> run(Connection service, Collection<String> schemas) throws SQLException {
        return run(service, schemas, schemas.isEmpty());
    }

    private static List<Fault> run(Connection service, Collection<String> schemas, boolean member) throws SQLException {
        boolean autoCommit = service.getAutoCommit();
        service.setAutoCommit(false);
        try {
            return faults(service, HostSchemas.of(service, schemas), member);
        } finally {
            service.rollback();
            service.setAutoCommit(autoCommit);
        }
    }

    private static List<Fault> faults(Connection service, HostSchemas hosts, boolean member) throws SQLException {
        try (Statement statement = service.createStatement()) {
            // The catalog's functions write names and expressions by these settings. To compile a query that runs once
            // takes seconds.
            statement.execute("set local search_path = pg_catalog, pg_temp; set local quote_all_identifiers = off;"
                    + " set local jit = off");
        }
        hosts.choose(service);
        Optional<Fault> schema = schema(service);
        if (schema.isPresent()) {
            return List.of(schema.get()); // everything else would be compared with the wrong version
        }
        List<Fault> faults = new ArrayList<>();
        for (String rule : RULES) {
            faults.addAll(apply(service, rule, Severity.ERROR));
        }
        if (member) {
            faults.addAll(apply(service, "member", Severity.ERROR));
        }
        Set<String> named = new HashSet<>(faults.stream().map(Fault::object).toList());
        for (Fault fault : Inventory.expected().compare(Inventory.of(service))) {
            if (named.add(fault.object())) {
                faults.add(fault);
            }
        }
        if (!hosts.none() && faults.stream().noneMatch(IsolationCheck::undermines)) {
            faults.addAll(apply(service, "hosts", Severity.ERROR));
            faults.addAll(apply(service, "sealed", Severity.WARNING));
        }
        faults.addAll(apply(service, "version", Severity.WARNING));
        return List.copyOf(faults);
    }

    private static boolean undermines(Fault fault) {
        return FOUNDATIONS.stream().anyMatch(fault.object()::startsWith);
    }

    private static Optional<Fault> schema(Connection service) throws SQLException {
        try (Statement statement = service.createStatement();
                ResultSet row = statement.executeQuery(Resources.text("check/schema.sql"))) {
            if (!row.next()) {
                return Optional.of(wrong("is not there yet", "run ./tenancy migrate"));
            }
            int version = row.getInt(1);
            if (version == Migrations.SCHEMA_VERSION) {
                return Optional.empty();
            }
            return Optional.of(wrong(
                    "is of version " + version + "; this server needs " + Migrations.SCHEMA_VERSION, remedy(version)));
        }
    }

    /** What to do about a schema of another version than this code's. */
    static String remedy(int version) {
        return version < Migrations.SCHEMA_VERSION
                ? "run ./tenancy migrate"
                : "run the newer server that brought it there";
    }

    private static Fault wrong(String problem, String remedy) {
        return new Fault(Severity.ERROR, "schema tenancy", problem, remedy);
    }

    private static List<Fault> apply(Connection service, String rule, Severity severity) throws SQLException {
        List<Fault> faults = new ArrayList<>();
        try (Statement statement = service.createStatement();
                ResultSet row = statement.executeQuery(Resources.text("check/" + rule + ".sql"))) {
            while (row.next()) {
                faults.add(new Fault(severity, row.getString(1), row.getString(2), row.getString(3)));
            }
        }
        return faults;
    }
}
