package ai.callcenter.tenancy.app.cli;

import ai.callcenter.tenancy.app.config.ConfigReference;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Lists the settings, and says whether they are right. */
@Command(name = "config", description = "List every setting, its present value and what it means.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    private TenancyCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--markdown", description = "Print the table of docs/configuration.md instead.")
    private boolean markdown;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (markdown) {
            out.print(ConfigReference.markdown());
            out.flush();
            return ExitCode.OK;
        }
        out.println(ConfigReference.listing(parent.environment()));
        parent.config();
        return ExitCode.OK;
    }
}
