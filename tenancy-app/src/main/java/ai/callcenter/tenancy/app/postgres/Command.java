package ai.callcenter.tenancy.app.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** An operating system command, in an environment that cannot change what PostgreSQL does. */
final class Command {
    private Command() {}

    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        // PGDATA, PGPORT, PGOPTIONS, ... of the user's own PostgreSQL.
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        return builder;
    }

    static String run(List<String> command) throws IOException {
        return run(command, "");
    }

    /**
     * Runs the command to its end.
     *
     * @return what it printed, errors included
     * @throws IOException when there is no such program, or it fails: with what it printed
     */
    static String run(List<String> command, String input) throws IOException {
        Process process = builder(command).redirectErrorStream(true).start();
        try {
            try (var stdin = process.outputWriter(UTF_8)) {
                stdin.write(input);
            } catch (IOException e) {
                // It has ended without reading; its exit code and output say why.
            }
            String printed = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
            int code = process.onExit().join().exitValue();
            if (code != 0) {
                throw new IOException("%s: exit code %d%n%s".formatted(String.join(" ", command), code, printed));
            }
            return printed;
        } finally {
            process.destroyForcibly();
        }
    }
}
