package ai.callcenter.tenancy.app.limit;

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
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A real Redis on this machine, which a test may stop and start again on the same port. */
public final class RedisServer implements AutoCloseable {
    /** Asked of everybody. */
    public static final String PASSWORD = "hush-hush-redis";

    private static final String PROGRAM = "redis-server";

    private final Path folder;
    private final int port;
    private @Nullable Process process;

    private RedisServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /** Starts one, or skips the test where there is none to start; in CI there must be. */
    public static RedisServer start(Path folder) throws IOException {
        boolean here = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .anyMatch(path -> Files.isExecutable(Path.of(path, PROGRAM)));
        if (!here) {
            String missing = PROGRAM + " is not here: apt-get install redis-server";
            if (System.getenv("CI") != null) {
                fail(missing);
            }
            abort(missing);
        }
        RedisServer server = new RedisServer(folder, freePort());
        server.start();
        return server;
    }

    /** Starts it again, with nothing in it. */
    public void start() throws IOException {
        List<String> command =
                List.of(PROGRAM, "--port", "" + port, "--bind", "127.0.0.1", "--save", "", "--requirepass", PASSWORD);
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
        while (!listens()) {
            if (!process.isAlive()) {
                fail(Files.readString(folder.resolve("redis.log")));
            }
            Thread.onSpinWait();
        }
    }

    /** As kill -9. */
    public void stop() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    /** Lets it stand still, so that it takes connections and answers nothing. */
    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** Lets it go on. */
    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        String pid = Long.toString(Objects.requireNonNull(process).pid());
        int exit =
                new ProcessBuilder("kill", "-" + name, pid).inheritIO().start().waitFor();
        if (exit != 0) {
            fail("kill -" + name);
        }
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
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
        stop();
    }
}
