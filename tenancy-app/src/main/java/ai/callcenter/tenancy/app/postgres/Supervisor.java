package ai.callcenter.tenancy.app.postgres;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one PostgreSQL server running, on one port, until it is closed. Its thread alone starts and stops the
 * processes, and lives as long as any of them; see {@link PostgresServer#spawn}.
 */
final class Supervisor implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Supervisor.class.getName());

    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /**
     * After a shutdown that somebody asked for: a service manager that stops all processes of the service at once is
     * about to have this one closed, too.
     */
    private static final Duration AFTER_SHUTDOWN = Duration.ofSeconds(1);

    private static final int PORTS_TO_TRY = 5;
    private static final String PORT_TAKEN = "could not create any TCP/IP sockets";

    private final PostgresServer server;
    private final IntSupplier freePort;
    private final CompletableFuture<Integer> ready = new CompletableFuture<>();
    private final CompletableFuture<@Nullable Void> ended = new CompletableFuture<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("postgres").unstarted(this::run);

    private volatile @Nullable PostgresProcess current;

    Supervisor(PostgresServer server, IntSupplier freePort) {
        this.server = server;
        this.freePort = freePort;
    }

    /**
     * Starts the server and waits until it accepts connections.
     *
     * @return its port
     * @throws EmbeddedPostgresException when it does not start; then all is as if closed
     */
    int start() {
        thread.start();
        try {
            return ready.get();
        } catch (ExecutionException e) {
            close();
            throw e.getCause() instanceof EmbeddedPostgresException known
                    ? new EmbeddedPostgresException(String.valueOf(known.getMessage()), e)
                    : new EmbeddedPostgresException("PostgreSQL could not be started: " + e.getCause(), e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while PostgreSQL started.", e);
        }
    }

    /** The process, while one runs; it may not accept connections yet. */
    @Nullable
    PostgresProcess current() {
        return current;
    }

    /** Stops the server and waits until it has ended, within its time limits. */
    @Override
    public void close() {
        thread.interrupt();
        ended.join();
    }

    private void run() {
        try {
            int port = startOnFreePort();
            ready.complete(port);
            keepRunning(port);
        } catch (InterruptedException closed) {
            ready.completeExceptionally(closed);
        } catch (Throwable e) {
            ready.completeExceptionally(e);
        } finally {
            stopCurrent();
            ended.complete(null);
        }
    }

    /** Another process may take the port between the look and the bind. */
    private int startOnFreePort() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort.getAsInt();
            try {
                startOn(port);
                return port;
            } catch (EmbeddedPostgresException e) {
                if (attempt == PORTS_TO_TRY || !server.log().tail().contains(PORT_TAKEN)) {
                    throw e;
                }
            }
        }
    }

    private void keepRunning(int port) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (true) {
            try {
                PostgresProcess process = current;
                if (process != null) {
                    pause = process.awaitEnd() == 0 ? AFTER_SHUTDOWN : FIRST_PAUSE;
                    current = null;
                }
                Thread.sleep(pause);
                startOn(port);
                LOG.log(INFO, "PostgreSQL accepts connections again.");
            } catch (IOException | RuntimeException | Error e) {
                // Whatever it was: without this thread nobody would start it again.
                pause = pause.compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                LOG.log(ERROR, "PostgreSQL could not be started again; next attempt in " + pause, e);
            }
        }
    }

    private void startOn(int port) throws IOException, InterruptedException {
        PostgresProcess process = server.spawn(port);
        current = process;
        try {
            process.awaitReady();
        } catch (IOException | RuntimeException | Error e) {
            stopCurrent();
            throw e;
        }
    }

    private void stopCurrent() {
        PostgresProcess process = current;
        if (process != null) {
            process.stop();
            current = null;
        }
    }
}
