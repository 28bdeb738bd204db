package ai.callcenter.tenancy.app.postgres;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One run of the PostgreSQL server. */
final class PostgresProcess {
    private static final System.Logger LOG = System.getLogger(PostgresProcess.class.getName());
    private static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(5);

    private final PostgresServer server;
    private final Process process;
    private final @Nullable Watchdog watchdog;

    PostgresProcess(PostgresServer server, Process process, @Nullable Watchdog watchdog) {
        this.server = server;
        this.process = process;
        this.watchdog = watchdog;
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the server accepts connections.
     *
     * @throws EmbeddedPostgresException with the last lines of its log, when it ended or took too long
     */
    void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + server.settings().startLimit().toNanos();
        while (!isReady()) {
            if (!process.isAlive()) {
                throw failure("ended with exit code " + process.exitValue());
            }
            if (System.nanoTime() - deadline > 0) {
                throw failure("was not ready within " + server.settings().startLimit());
            }
            process.waitFor(10, MILLISECONDS);
        }
    }

    /** Waits for the end that nobody here asked for; meanwhile keeps the log small. Returns the exit code. */
    int awaitEnd() throws InterruptedException {
        while (!process.waitFor(10_000, MILLISECONDS)) {
            try {
                server.log().trim();
            } catch (IOException e) {
                LOG.log(WARNING, "PostgreSQL's log cannot be cut", e);
            }
        }
        if (watchdog != null) {
            watchdog.close();
        }
        LOG.log(
                WARNING,
                "PostgreSQL (process {0}) has ended with exit code {1}; it is started again.",
                Long.toString(pid()),
                process.exitValue());
        return process.exitValue();
    }

    /**
     * Ends it: connections are cut and everything is written (fast shutdown); after the time limit nothing more is
     * written (immediate shutdown, the next start recovers); then it is killed.
     */
    void stop() {
        if (!endsBy("INT", server.settings().stopLimit()) && !endsBy("QUIT", IMMEDIATE_LIMIT)) {
            LOG.log(WARNING, "PostgreSQL (process {0}) does not stop; killing it.", Long.toString(pid()));
            process.destroyForcibly();
            endsWithin(IMMEDIATE_LIMIT);
        }
        if (watchdog != null) {
            watchdog.close();
        }
    }

    private boolean endsBy(String signal, Duration limit) {
        if (process.isAlive()) {
            try {
                server.signal(signal, pid());
            } catch (IOException e) {
                // It has just ended, or the next, stronger step is due.
                LOG.log(DEBUG, "SIG" + signal + " not sent", e);
                limit = Duration.ofMillis(100);
            }
        }
        return endsWithin(limit);
    }

    /** Not by {@code waitFor}: an interrupted caller must not leave the server running. */
    private boolean endsWithin(Duration limit) {
        process.onExit()
                .completeOnTimeout(process, limit.toMillis(), MILLISECONDS)
                .join();
        return !process.isAlive();
    }

    private boolean isReady() throws IOException {
        return Postmaster.read(server.cluster().dir())
                .filter(p -> p.pid() == pid() && p.ready())
                .isPresent();
    }

    private EmbeddedPostgresException failure(String what) throws IOException {
        return new EmbeddedPostgresException("PostgreSQL on %s %s. The end of %s:%n%s"
                .formatted(
                        server.cluster().dir(),
                        what,
                        server.log().file(),
                        server.log().tail()));
    }
}
