package ai.callcenter.tenancy.app;

import ai.callcenter.tenancy.app.cli.TenancyCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/**
 * A command that ran in this JVM.
 *
 * @param exit its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record CommandRun(int exit, String out, String err) {
    /** Runs it to its end. */
    public static CommandRun of(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = TenancyCommand.run(environment, new PrintWriter(out), new PrintWriter(err), arguments);
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
