package ai.callcenter.tenancy.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the server; each subcommand is a class of its own. */
@Command(
        name = "tenancy",
        description = "Multi-tenancy for call-center services.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
public final class Main {

    private Main() {}

    /** Runs the command that the arguments name and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }
}
