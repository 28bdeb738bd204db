package ai.callcenter.tenancy.app.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import ai.callcenter.tenancy.app.AppProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of the documentation against a server on demo data, and compares what the pages show. */
class DocumentedCallsTest {
    private static final String API = "docs/api.md";

    @TempDir
    private Path folder;

    @Test
    void theReadmeSaysWhatTheServerDoes() throws Exception {
        assertThat(differences(walk("README.md"))).as("README.md").isEmpty();
    }

    @Test
    void theApiPageSaysWhatTheServerDoesAndCallsEveryEndpoint() throws Exception {
        Map<Page.Block, List<Answered>> walk = walk(API);

        assertThat(differences(walk)).as(API).isEmpty();
        List<Answered> calls =
                walk.values().stream().flatMap(Collection::stream).toList();
        assertThat(Endpoints.notIn(calls))
                .as("endpoints that " + API + " does not call")
                .isEmpty();
    }

    private Map<Page.Block, List<Answered>> walk(String path) throws IOException, InterruptedException {
        assumeCurl();
        Map<String, String> settings = Map.of("TENANCY_STORE", "memory", "TENANCY_REQUEST_LOG", "off");
        try (AppProcess server = AppProcess.start(folder, settings, "serve", "--demo")) {
            return new Walk(server.awaitServing(), folder).run(Page.read(path));
        }
    }

    private static List<String> differences(Map<Page.Block, List<Answered>> walk) {
        List<String> differences = new ArrayList<>();
        walk.forEach((block, calls) -> differences(block, calls)
                .forEach(one -> differences.add("block at line " + block.line() + ": " + one)));
        return differences;
    }

    private static List<String> differences(Page.Block block, List<Answered> calls) {
        List<Shown> shown = new ArrayList<>(block.beside());
        shown.addAll(block.below());
        if (!block.beside().isEmpty() && shown.size() != calls.size() || shown.size() > calls.size()) {
            return List.of("the page shows " + shown.size() + " answers, the server gave " + calls);
        }
        // What is shown is what came last; what came before it goes without saying as long as it went well.
        int silent = calls.size() - shown.size();
        List<String> differences = new ArrayList<>();
        for (Answered call : calls.subList(0, silent)) {
            if (call.isError()) {
                differences.add("the page shows no error, the server answered " + call);
            }
        }
        for (int i = 0; i < shown.size(); i++) {
            Answered call = calls.get(silent + i);
            shown.get(i)
                    .differences(call)
                    .forEach(one -> differences.add(call.method() + " " + call.path() + ": " + one));
        }
        return differences;
    }

    private static void assumeCurl() throws InterruptedException {
        try {
            Process curl = new ProcessBuilder("curl", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!curl.waitFor(1, TimeUnit.MINUTES) || curl.exitValue() != 0) {
                fail("curl --version failed");
            }
        } catch (IOException e) {
            String missing = "curl is not installed: the commands of the documentation are not run";
            if (System.getenv("CI") != null) {
                fail(missing, e);
            }
            abort(missing);
        }
    }
}
