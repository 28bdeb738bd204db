package ai.callcenter.tenancy.app.postgres;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that is needed to start the server on a cluster, as often as it takes. */
record PostgresServer(Binaries binaries, Launcher launcher, Cluster cluster, ServerLog log, PostgresSettings settings) {
    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());

    /** How long a server whose own JVM was killed may take to shut down. */
    private static final Duration ORPHAN_LIMIT = Duration.ofSeconds(30);

    /**
     * Starts the process; it is not ready yet.
     *
     * <p>The calling thread must live as long as the process: the kernel counts the end of the thread that started a
     * child, not of its process, as the parent's death.
     */
    PostgresProcess spawn(int port) throws IOException, InterruptedException {
        Optional<Postmaster> before = Postmaster.read(cluster.dir());
        if (before.isPresent()) {
            awaitEnd(before.get());
        }
        var arguments = new ArrayList<>(List.of("-D", cluster.dir().toString()));
        settings.commandLine(port).forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        ProcessBuilder builder = Command.builder(
                        launcher.command(binaries.program("postgres"), arguments.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        // PostgreSQL trusts that a process of the number in postmaster.pid is a server, and refuses to
        // start; but not when it is its own parent or grandparent. That process is none, as was seen
        // above, and the check for memory still in use goes on.
        before.ifPresent(old -> builder.environment().put("PG_GRANDPARENT_PID", Long.toString(old.pid())));
        log.mark();
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            return new PostgresProcess(this, process, launcher.diesWithParent() ? null : new Watchdog(process.pid()));
        } catch (IOException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** Sends a signal, by its name without SIG. Java itself knows only SIGTERM and SIGKILL. */
    void signal(String name, long pid) throws IOException {
        Command.run(launcher.command(binaries.program("pg_ctl"), "kill", name, Long.toString(pid)));
    }

    /**
     * Waits for the end of a server that outlives the JVM that started it. The folder's lock is ours, so nobody else
     * uses it; attaching to it would be to trust a server that is on its way down.
     */
    private void awaitEnd(Postmaster orphan) throws IOException, InterruptedException {
        Optional<Path> program = orphan.runningOn(cluster.dir());
        if (program.isEmpty()) {
            return;
        }
        if (!program.get().startsWith(binaries.home().getParent())) {
            throw new EmbeddedPostgresException(
                    "A PostgreSQL that this server did not start (process %d, %s) runs on %s. Stop it first."
                            .formatted(orphan.pid(), program.get(), cluster.dir()));
        }
        LOG.log(
                WARNING,
                "PostgreSQL (process {0}) is left over from a server that was killed; waiting for its end.",
                Long.toString(orphan.pid()));
        try {
            signal("INT", orphan.pid());
        } catch (IOException e) {
            LOG.log(DEBUG, "it has just ended", e);
        }
        long deadline = System.nanoTime() + ORPHAN_LIMIT.toNanos();
        while (orphan.runningOn(cluster.dir()).isPresent()) {
            if (System.nanoTime() - deadline > 0) {
                throw new EmbeddedPostgresException(
                        ("PostgreSQL (process %d), left over from a server that was killed, still runs on %s "
                                        + "after %d s. Stop it: kill -QUIT %d")
                                .formatted(orphan.pid(), cluster.dir(), ORPHAN_LIMIT.toSeconds(), orphan.pid()));
            }
            Thread.sleep(20);
        }
    }
}
