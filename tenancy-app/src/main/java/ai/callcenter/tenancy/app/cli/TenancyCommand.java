package ai.callcenter.tenancy.app.cli;

import ai.callcenter.tenancy.app.config.AppConfig;
import java.io.PrintWriter;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line of the server. */
@Command(
        name = "tenancy",
        description = "Multi-tenancy for call-center services.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ServeCommand.class,
            TokenCommand.class,
            MigrateCommand.class,
            CheckCommand.class,
            ConfigCommand.class,
            CommandLine.HelpCommand.class
        })
public final class TenancyCommand {
    private final Map<String, String> environment;
    private final PrintWriter err;

    private TenancyCommand(Map<String, String> environment, PrintWriter err) {
        this.environment = environment;
        this.err = err;
    }

    /**
     * Runs a command.
     *
     * @param environment the environment variables
     * @return the exit code: 0, 1 when it failed, 2 when the command line or the configuration is wrong
     */
    public static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... args) {
        Logging.setUp();
        return new CommandLine(new TenancyCommand(environment, err))
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new UsageErrors())
                .execute(args);
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The configuration; what is probably a mistake in it is said on the way. */
    AppConfig config() {
        AppConfig config = AppConfig.read(environment);
        config.warnings().forEach(warning -> err.println("tenancy: warning: " + warning));
        return config;
    }
}
