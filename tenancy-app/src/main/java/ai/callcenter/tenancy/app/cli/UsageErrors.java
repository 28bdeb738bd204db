package ai.callcenter.tenancy.app.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line and where to read how it is right. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("tenancy: " + wrong.getMessage());
        UnmatchedArgumentException.printSuggestions(wrong, err);
        if (command.getParent() == null) {
            command.usage(err);
        } else {
            err.println("More: ./tenancy " + command.getCommandName() + " --help");
        }
        return ExitCode.USAGE;
    }
}
