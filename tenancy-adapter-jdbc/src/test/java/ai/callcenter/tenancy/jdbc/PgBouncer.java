package ai.callcenter.tenancy.jdbc;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real PgBouncer in transaction mode with one connection to the server, which all clients take turns on. */
final class PgBouncer implements AutoCloseable {
    private static final String PROGRAM = "pgbouncer";
    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin");

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one, or skips the test where there is none to start; in CI there must be. */
    static PgBouncer before(TestPostgres database, Path folder) throws IOException {
        Stream<String> path =
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)));
        Path program = Stream.concat(path, FOLDERS.stream())
                .map(each -> Path.of(each, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(PgBouncer::missing);
        int port = freePort();
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, """
                [databases]
                calls = host=127.0.0.1 port=%d dbname=%s user=%s password=%s pool_size=1
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                ignore_startup_parameters = extra_float_digits
                """.formatted(
                        database.port(),
                        database.url().replaceAll(".*/", ""),
                        TestPostgres.SERVICE,
                        TestPostgres.PASSWORD,
                        port));
        List<String> command = new ArrayList<>(List.of(program.toString(), settings.toString()));
        if (System.getProperty("user.name").equals("root")) { // which it refuses to be
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            command.addAll(1, List.of("-u", "nobody"));
        }
        Path log = folder.resolve("pgbouncer.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        PgBouncer bouncer = new PgBouncer(process, port);
        while (!bouncer.listens()) {
            if (!process.isAlive()) {
                fail(Files.readString(log));
            }
            Thread.onSpinWait();
        }
        return bouncer;
    }

    private static Path missing() {
        String missing = PROGRAM + " is not here: apt-get install pgbouncer";
        if (System.getenv("CI") != null) {
            fail(missing);
        }
        return abort(missing);
    }

    /** As drivers have to be told behind a pooler that knows nothing of prepared statements. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/calls?prepareThreshold=0";
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
