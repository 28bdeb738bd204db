package ai.callcenter.tenancy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The program in a JVM of its own, with no setting but those of the test. */
public final class AppProcess implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String GREETING = "tenancy listens on ";

    private final Process process;
    private final Path out;
    private final Path err;

    private AppProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts it.
     *
     * @param folder takes its data, and what it writes
     * @param settings names and values, in turn
     */
    public static AppProcess start(Path folder, Map<String, String> settings, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto"));
        // The heap that the launcher gives it.
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmn40m", "-Xmx128m", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(Main.class.getName());
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TENANCY_"));
        builder.environment().putAll(settings(folder, settings));
        return new AppProcess(builder.start(), out, err);
    }

    /** The settings of such a process: any port, a data folder of its own, and those of the test. */
    public static Map<String, String> settings(Path folder, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("TENANCY_PORT", "0");
        settings.put("TENANCY_DATA_DIR", folder.resolve("data").toString());
        // PostgreSQL is unpacked once for all tests.
        settings.put(
                "XDG_CACHE_HOME", Path.of("target", "cache").toAbsolutePath().toString());
        settings.putAll(more);
        return settings;
    }

    /** Waits until it listens. */
    public AppProcess awaitServing() {
        await("the greeting", () -> !process.isAlive() || out().contains("\n"));
        assertThat(out()).as("standard output; standard error was: %s", err()).startsWith(GREETING);
        return this;
    }

    /** Where it listens. */
    public String url() {
        return out().lines().findFirst().orElseThrow().substring(GREETING.length());
    }

    /** The port that it listens on. */
    public int port() {
        return Integer.parseInt(url().replaceFirst(".*:", ""));
    }

    /** Waits for its end. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            fail("it still runs after %s; standard error: %s", LIMIT, err());
        }
        return process.exitValue();
    }

    /** Sends SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** As kill -9. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Its child processes, and theirs. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has written to standard output so far. */
    public String out() {
        return read(out);
    }

    /** What it has written to standard error so far. */
    public String err() {
        return read(err);
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    /** Waits for what must come; a minute says that it never will. */
    public static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                fail("still not, after %s: %s", LIMIT, what);
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
