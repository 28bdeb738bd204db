package ai.callcenter.tenancy.app.cli;

import ai.callcenter.tenancy.app.config.ConfigException;
import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.app.database.EmbeddedDatabase;
import ai.callcenter.tenancy.app.database.Migrator;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Brings the schema up to date. */
@Command(
        name = "migrate",
        description = {
            "Bring the database's schema up to date; make the roles first where the migrator's login may.",
            "",
            "The server's own database must not be in use: stop the server, or let its start migrate."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class MigrateCommand implements Callable<Integer> {
    private static final String MIGRATOR = "tenancy_migrator";

    @ParentCommand
    private TenancyCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--print-roles",
            description = "Do nothing; print the SQL with which a database administrator makes the roles by hand.")
    private boolean printRoles;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        StoreConfig store = parent.config().store();
        out.println(printRoles ? roles(store) : migrate(store));
        return ExitCode.OK;
    }

    private static String roles(StoreConfig store) {
        return store instanceof StoreConfig.External database
                ? Migrator.rolesSql(
                        database.migrator() == null
                                ? MIGRATOR
                                : database.migrator().user(),
                        database.login().user())
                : Migrator.rolesSql(MIGRATOR, EmbeddedDatabase.SERVICE);
    }

    private static String migrate(StoreConfig store) {
        return switch (store) {
            case StoreConfig.Memory memory -> "The memory store has no schema; there is nothing to migrate.";
            case StoreConfig.Embedded embedded -> {
                try (EmbeddedDatabase database = EmbeddedDatabase.start(embedded)) {
                    yield database.migrate().sentence();
                }
            }
            case StoreConfig.External database -> {
                if (database.migrator() == null) {
                    throw new ConfigException(
                            List.of(
                                    "TENANCY_DB_MIGRATOR_USER: is missing, and migrate needs it; the login that serves must own nothing"));
                }
                yield new Migrator(
                                database.url(),
                                database.migrator(),
                                database.login().user())
                        .migrate()
                        .sentence();
            }
        };
    }
}
