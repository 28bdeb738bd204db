package ai.callcenter.tenancy.app.cli;

import ai.callcenter.tenancy.app.server.ServerProcess;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Serves until it is told to stop. */
@Command(name = "serve", description = "Start the server; ./tenancy config lists what it can be told.")
@SuppressWarnings("NullAway.Init") // picocli sets the fields.
final class ServeCommand implements Callable<Integer> {
    @ParentCommand
    private TenancyCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--demo",
            description = "Make a few call centers with members of each role, where they are not there yet.")
    private boolean demo;

    @Override
    public Integer call() throws InterruptedException {
        new ServerProcess(parent.config(), demo, spec.commandLine().getOut(), System.out).run();
        return ExitCode.OK;
    }
}
