package ai.callcenter.tenancy.app;

import ai.callcenter.tenancy.app.cli.TenancyCommand;
import java.io.PrintStream;
import java.io.PrintWriter;

/** Where the program begins. */
public final class Main {
    private Main() {}

    /** Runs the command that the arguments name and ends the JVM with its exit code. */
    public static void main(String[] args) {
        System.exit(TenancyCommand.run(System.getenv(), writer(System.out), writer(System.err), args));
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }
}
