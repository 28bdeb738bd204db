package ai.callcenter.tenancy.app.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A server in a JVM of its own, to be killed. It ends with the JVM that started it. */
final class ServerJvm implements AutoCloseable {
    /** Which launchers such a server may use, by name: these cross the command line. */
    enum Launchers {
        ANY,
        KERNEL,
        WATCHDOG,
        NOBODY;

        boolean allow(Launcher launcher) {
            return switch (this) {
                case ANY -> true;
                case KERNEL -> launcher.diesWithParent();
                case WATCHDOG -> !launcher.diesWithParent();
                case NOBODY -> launcher.uid() == 65534;
            };
        }
    }

    private final Process process;
    private final BufferedReader output;

    private ServerJvm(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    static ServerJvm start(Path dataDir, Path cache, Launchers launchers) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), dataDir, cache, launchers);
    }

    /** As another user by the words of {@code prefix}, and with that user's cache folder if {@code cache} is null. */
    static ServerJvm start(
            List<String> prefix, String classPath, Path dataDir, @Nullable Path cache, Launchers launchers)
            throws IOException {
        var command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath));
        command.addAll(List.of(
                ServerJvm.class.getName(),
                dataDir.toString(),
                cache == null ? "" : cache.toString(),
                launchers.name()));
        return new ServerJvm(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    long pid() {
        return process.pid();
    }

    /** Waits until its PostgreSQL accepts connections. */
    Ready awaitReady() throws IOException {
        var superuser = new EmbeddedPostgres.Superuser(line(), line(), line());
        return new Ready(superuser, Long.parseLong(line()));
    }

    record Ready(EmbeddedPostgres.Superuser superuser, long postgresPid) {}

    /** As kill -9. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private String line() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("the server's JVM ended before it was ready; its output is above");
        }
        return line;
    }

    /** The server: data folder, cache folder, launchers. */
    @SuppressWarnings("SystemOut") // its parent reads it
    public static void main(String[] args) throws IOException {
        var settings = PostgresSettings.defaults();
        if (!args[1].isEmpty()) {
            settings = settings.withCacheDir(Path.of(args[1]));
        }
        var postgres = EmbeddedPostgres.start(
                Path.of(args[0]), settings, Launchers.valueOf(args[2])::allow, EmbeddedPostgres::freePort);
        var superuser = postgres.superuser();
        System.out.println(superuser.url());
        System.out.println(superuser.user());
        System.out.println(superuser.password());
        System.out.println(postgres.pid().orElseThrow());
        // The end of the pipe: the parent has ended.
        while (System.in.read() >= 0) {}
        postgres.close();
    }
}
