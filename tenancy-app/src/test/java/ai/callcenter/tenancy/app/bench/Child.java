package ai.callcenter.tenancy.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A server in a JVM of its own, which says on its first line where it listens. It never outlives the benchmark. */
final class Child implements AutoCloseable {
    /** As the launcher has them. */
    static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmn40m",
            "-Xmx128m",
            "-XX:TrimNativeHeapInterval=10000",
            "-XX:+ExitOnOutOfMemoryError");

    private static final long START_MILLIS = 60_000;
    private static final long STOP_SECONDS = 15;

    private final Process process;
    private final Path out;
    private final Thread hook;

    private Child(Process process, Path out) {
        this.process = process;
        this.out = out;
        this.hook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts it.
     *
     * @param folder takes what it writes
     * @param settings its environment, without the settings of the server that are around here
     */
    static Child start(Path folder, Map<String, String> settings, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "out", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("TENANCY_"));
        builder.environment().putAll(settings);
        return new Child(builder.start(), out);
    }

    /**
     * Waits until it listens.
     *
     * @return the port
     * @throws IOException when it ends before, or does not listen within a minute
     */
    int awaitPort() throws IOException, InterruptedException {
        for (long waited = 0; waited < START_MILLIS && process.isAlive(); waited += 50) {
            String text = Files.readString(out);
            for (String line :
                    text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
                if (line.contains(" listens on ")) {
                    return Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
                }
            }
            Thread.sleep(50);
        }
        throw new IOException("a server did not start:\n" + Files.readString(out));
    }

    /** What Linux says about its memory; empty elsewhere. */
    String memory() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return "";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:") || line.startsWith("VmRSS:"))
                .map(line -> line.replaceAll("\\s+", " "))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        Runtime.getRuntime().removeShutdownHook(hook);
    }
}
