package ai.callcenter.tenancy.app.cli;

import ai.callcenter.tenancy.app.config.StoreConfig;
import ai.callcenter.tenancy.app.database.Database;
import ai.callcenter.tenancy.jdbc.Fault;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks that the database keeps tenants apart. */
@Command(
        name = "check",
        description = {
            "Check that the database keeps tenants apart; print each fault and what mends it.",
            "",
            "A server runs the same check before it serves. Its own database must not be in use: stop the server first."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private TenancyCommand parent;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StoreConfig store = parent.config().store();
        var out = spec.commandLine().getOut();
        if (store instanceof StoreConfig.Memory) {
            out.println("The memory store has no database; there is nothing to check.");
            return ExitCode.OK;
        }
        List<Fault> faults;
        try (Database database = Database.open(store, false)) {
            faults = database.faults();
        }
        faults.forEach(out::println);
        if (faults.stream().anyMatch(Fault::stops)) {
            return ExitCode.SOFTWARE;
        }
        out.println("Sound: the database keeps tenants apart.");
        return ExitCode.OK;
    }
}
