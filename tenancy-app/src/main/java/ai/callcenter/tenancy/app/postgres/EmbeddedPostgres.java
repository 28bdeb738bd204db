package ai.callcenter.tenancy.app.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntSupplier;
import java.util.function.Predicate;

/**
 * The PostgreSQL that the server brings along, on a data folder of its own. It listens on the loopback address alone,
 * asks for a password, syncs to disk, is started again on the same port when it dies, and ends with this process, even
 * when this one is killed.
 *
 * <p>Data folder: {@code lock}, {@code log/postgres.log}, {@code postgres/data} (PostgreSQL's), and
 * {@code postgres/superuser-password}. Linux and macOS; not Windows.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final DataFolder folder;
    private final Supervisor supervisor;
    private final Superuser superuser;
    private final int port;

    private EmbeddedPostgres(DataFolder folder, Supervisor supervisor, Cluster cluster, int port) {
        this.folder = folder;
        this.supervisor = supervisor;
        this.port = port;
        this.superuser = new Superuser(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE, Cluster.SUPERUSER, cluster.password());
    }

    /**
     * How to connect as the superuser, which is for making other roles.
     *
     * @param url for JDBC, with the server's database
     * @param user the superuser's name
     * @param password kept in the data folder, mode 0600
     */
    public record Superuser(String url, String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Superuser[" + user + ", " + url + "]";
        }
    }

    /** As {@link #start(Path, PostgresSettings)}, with the default settings. */
    public static EmbeddedPostgres start(Path dataDir) {
        return start(dataDir, PostgresSettings.defaults());
    }

    /**
     * Starts PostgreSQL on the folder, which is created if need be, and waits until it accepts connections. Starting on
     * a folder that another server uses is refused.
     *
     * @throws EmbeddedPostgresException when that is not possible; nothing is left running then
     */
    public static EmbeddedPostgres start(Path dataDir, PostgresSettings settings) {
        return start(dataDir, settings, any -> true, EmbeddedPostgres::freePort);
    }

    static EmbeddedPostgres start(
            Path dataDir, PostgresSettings settings, Predicate<Launcher> launchers, IntSupplier ports) {
        Platform platform = Platform.current();
        try {
            DataFolder folder = DataFolder.open(dataDir);
            try {
                Binaries binaries = Binaries.unpack(platform, settings.cacheFor(folder.root()));
                Launcher launcher = Launcher.find(binaries.program("postgres"), launchers);
                Cluster cluster = Cluster.open(folder, binaries, launcher);
                var log = new ServerLog(folder.folder("log"));
                var server = new PostgresServer(binaries, launcher, cluster, log, settings);
                var supervisor = new Supervisor(server, ports);
                return new EmbeddedPostgres(folder, supervisor, cluster, supervisor.start());
            } catch (Throwable e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new EmbeddedPostgresException("PostgreSQL cannot be started on %s: %s".formatted(dataDir, e), e);
        }
    }

    /** The TCP port, on 127.0.0.1; the same until {@link #close}. */
    public int port() {
        return port;
    }

    /** How to connect as the superuser. */
    public Superuser superuser() {
        return superuser;
    }

    /** The server's process; empty between its death and its next start. */
    public OptionalLong pid() {
        PostgresProcess process = supervisor.current();
        return process == null || !process.isAlive() ? OptionalLong.empty() : OptionalLong.of(process.pid());
    }

    /**
     * Stops the server: open connections are cut, everything is written; see {@link PostgresSettings#stopLimit}. Then
     * the folder is free. Closing twice does nothing.
     */
    @Override
    public void close() {
        supervisor.close();
        folder.close();
    }

    /**
     * A port that is free now, below those that systems give to outgoing connections: one of these could otherwise hold
     * it at the very moment of a restart.
     */
    static int freePort() {
        for (int attempt = 1; ; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            try (var probe = new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK))) {
                return probe.getLocalPort();
            } catch (IOException e) {
                if (attempt == 100) {
                    throw new EmbeddedPostgresException("No free port on 127.0.0.1", e);
                }
            }
        }
    }
}
