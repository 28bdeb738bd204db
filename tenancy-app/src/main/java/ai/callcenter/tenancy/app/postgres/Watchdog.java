package ai.callcenter.tenancy.app.postgres;

import java.io.IOException;
import java.util.List;

/**
 * Ends a child process with this one where the kernel does not. A shell waits for the end of a pipe that only this
 * process holds open, so that it also learns of a kill -9, and then sends SIGINT.
 */
final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = "trap '' HUP INT TERM; read -r line; kill -INT \"$0\"";

    /** Also keeps the pipe open: it closes when its {@link Process} is collected. */
    private final Process shell;

    Watchdog(long pid) throws IOException {
        shell = Command.builder(List.of("/bin/sh", "-c", SCRIPT, Long.toString(pid)))
                .start();
    }

    /** Calls it off: the child has ended, and its number may go to another process. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
