package ai.callcenter.tenancy.app.docs;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs the blocks of a page in one shell, as a person would who pastes them one after another. */
final class Walk {
    private static final String DEFAULT_URL = "http://127.0.0.1:8080";
    private static final int MINUTES = 5;

    /**
     * Notes each call of curl in the block's folder: the head and the body of the answer, and a line with status,
     * method and URL. The number is the file's and not a variable's, since a call may run in a sub-shell.
     */
    private static final String PRELUDE = """
            set -u
            tenancy() { "$WALK_JAVA" -Xshare:auto -XX:TieredStopAtLevel=1 -cp "$WALK_CLASSES" %s "$@"; }
            curl() {
              walk_n=$(wc -l < "$WALK/calls" | tr -d ' ')
              command curl -D "$WALK/$walk_n.head" -w '%%{stderr}%%{http_code} %%{method} %%{url_effective}\\n' "$@" \\
                2> "$WALK/line" | tee "$WALK/$walk_n.body"
              cat "$WALK/line" >> "$WALK/calls"
            }
            """.formatted(Main.class.getName());

    private final AppProcess server;
    private final Path folder;

    Walk(AppProcess server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    /** The calls that each block made. */
    Map<Page.Block, List<Answered>> run(Page page) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder(PRELUDE);
        Map<Page.Block, List<Answered>> calls = new LinkedHashMap<>();
        for (Page.Block block : page.blocks()) {
            Path own = Files.createDirectory(folder.resolve("block-" + block.line()));
            Files.createFile(own.resolve("calls"));
            script.append("WALK='").append(own).append("'\n");
            script.append(block.script().replace(DEFAULT_URL, server.url()).replace("./tenancy ", "tenancy "));
            script.append('\n');
        }
        run(script.append("echo the end of the page\n").toString());
        for (Page.Block block : page.blocks()) {
            calls.put(block, calls(folder.resolve("block-" + block.line())));
        }
        return calls;
    }

    private void run(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("page.sh"), script);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder shell = new ProcessBuilder("sh", file.toString())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        shell.environment().keySet().removeIf(name -> name.startsWith("TENANCY_"));
        shell.environment().putAll(environment());
        Process process = shell.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)
                    || !Files.readString(out).endsWith("the end of the page\n")) {
                throw new AssertionError("the shell did not reach the end of the page: " + Files.readString(err));
            }
        } finally {
            process.destroyForcibly();
        }
        if (Files.size(err) > 0) {
            throw new AssertionError("the shell says: " + Files.readString(err));
        }
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>(AppProcess.settings(folder, Map.of()));
        environment.put("TENANCY_PORT", String.valueOf(server.port()));
        environment.put(
                "WALK_JAVA",
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        environment.put("WALK_CLASSES", System.getProperty("java.class.path"));
        return environment;
    }

    private static List<Answered> calls(Path own) throws IOException {
        List<Answered> calls = new ArrayList<>();
        for (String line : Files.readAllLines(own.resolve("calls"))) {
            String[] parts = line.split(" ", 3);
            String path = parts[2].replaceFirst("^http://[^/]+", "").replaceFirst("[?].*", "");
            calls.add(new Answered(
                    Integer.parseInt(parts[0]),
                    parts[1],
                    path,
                    Files.readAllLines(own.resolve(calls.size() + ".head")),
                    Files.readAllBytes(own.resolve(calls.size() + ".body"))));
        }
        return calls;
    }
}
