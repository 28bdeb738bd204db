package ai.callcenter.tenancy.app.cli;

import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.app.database.Database;
import ai.callcenter.tenancy.jdbc.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks that the database keeps tenants apart. */
@Command(
        name = "check",
        description = {
            "Check that the database keeps tenants apart; print each fault and what mends it.",
            "",
            "A server runs the same check before it serves. Its own database must not be in use: stop the server first.",
            "",
            "With --schema, the tables of your own service too: check as the login that it works with."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private TenancyCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description = "A database to check instead of the configured one: jdbc:postgresql://host:port/database.")
    private @Nullable String url;

    @Option(
            names = "--user",
            paramLabel = "LOGIN",
            description = "With --jdbc: whom to log in as, else TENANCY_DB_USER. The password: TENANCY_DB_PASSWORD.")
    private @Nullable String user;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            description = "A schema with tables of your own, such as public; may be given more than once.")
    private List<String> schemas = new ArrayList<>();

    @Override
    public Integer call() {
        if (user != null && url == null) {
            throw new ParameterException(spec.commandLine(), "--user goes with --jdbc");
        }
        StoreConfig store = url == null ? parent.config().store() : StoreConfig.named(url, user, parent.environment());
        var out = spec.commandLine().getOut();
        if (store instanceof StoreConfig.Memory) {
            out.println("The memory store has no database; there is nothing to check.");
            return ExitCode.OK;
        }
        List<Fault> faults;
        try (Database database = Database.open(store, false)) {
            faults = database.faults(schemas);
        }
        faults.forEach(out::println);
        if (faults.stream().anyMatch(Fault::stops)) {
            return ExitCode.SOFTWARE;
        }
        out.println("Sound: the database keeps tenants apart.");
        return ExitCode.OK;
    }
}
