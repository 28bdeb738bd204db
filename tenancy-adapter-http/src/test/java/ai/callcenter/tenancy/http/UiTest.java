package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files below /ui/, as they are in the build. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UiTest {
    private static final Path FOLDER = Path.of("target", "classes", "ai", "callcenter", "tenancy", "http", "ui");

    /** One request an hour, from all strangers of one address. */
    private static final RateLimits ONE =
            new RateLimits(null, new RateLimit(1, Duration.ofHours(1)), TrustedProxies.NONE);

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml;charset=utf-8",
            "ts", "text/plain;charset=utf-8");

    private final FailingServer server = new FailingServer(IllegalStateException::new, ONE);

    @AfterAll
    void stop() {
        server.close();
    }

    /** Their names from the folder, without the page and the licences, which are not for there. */
    private static Set<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.endsWith("/LICENSE") && !file.endsWith(".html"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private Reply get(String file) {
        return new TestRequest(server.port(), "GET", "/ui/" + file).send();
    }

    /** Also, the limit of one request an hour is not for them. */
    @Test
    void eachIsServedAsWhatItIs() throws IOException {
        Set<String> files = files();
        assertThat(files)
                .contains("importmap.json", "lib/lit/index.js", "lib/context/lib/controllers/context-provider.js");
        for (String file : files) {
            Reply reply = get(file);
            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.header("content-type")).as(file).isEqualTo(TYPES.get(file.replaceAll(".*\\.", "")));
            assertThat(reply.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(reply.header("cache-control")).isEqualTo("no-cache");
            Reply again = new TestRequest(server.port(), "GET", "/ui/" + file)
                    .header("If-None-Match", reply.etag())
                    .send();
            assertThat(again.status()).as(file).isEqualTo(304);
        }
    }

    /** What pages of every origin may load: a path that can be read in another way would let them call. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui/../api/v1/me",
                "/ui/%2e%2e/api/v1/me",
                "/ui/..;/api/v1/me",
                "/ui//../console.json",
                "/ui/",
                "/ui/a.js/../../console.json",
                "/console.json"
            })
    void whatCanBeReadInTwoWaysIsNoneOfThem(String path) {
        assertThat(UiResource.isFile("/ui/tenancy.js")).isTrue();
        assertThat(UiResource.isFile(path)).isFalse();
    }

    /** As a browser gets them: without an import map of the page's, a bare specifier ends its scripts. */
    @Test
    void whatAModuleImportsIsThere() throws IOException {
        Set<String> files = files();
        List<String> faults = new ArrayList<>();
        for (String file : files) {
            if (file.endsWith(".js")) {
                for (String specifier : ImportMap.specifiers(get(file).body())) {
                    String fault = fault(file, specifier, files);
                    if (!fault.isEmpty()) {
                        faults.add("ui/" + file + ": '" + specifier + "' " + fault);
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String fault(String file, String specifier, Set<String> files) {
        if (ImportMap.isBare(specifier)) {
            return "is not in ui/importmap.json";
        }
        String target = URI.create(file).resolve(specifier).toString();
        return files.contains(target) ? "" : "leads to ui/" + target + ", which is not there";
    }

    @Test
    void theMapServesPagesThatWantTheSameNames() {
        Reply map = get("importmap.json").ok(200);
        map.json().get("imports").forEach(address -> {
            assertThat(address.asText()).startsWith("./");
            if (!address.asText().endsWith("/")) {
                assertThat(get(address.asText().substring(2)).status()).isEqualTo(200);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ui",
                "/ui/",
                "/ui/lib",
                "/ui/lib/",
                "/ui/lib/lit",
                "/ui/lib/lit/",
                "/ui/nothing.js",
                "/ui/lib/lit/LICENSE",
                "/ui/console/page.html",
                "/ui/..%2fopenapi.json",
                "/ui/..%2fdocs%2fpage.js",
                "/ui/lib%2f..%2f..%2fopenapi.json",
                "/ui/%2fui/importmap.json",
                "/ui/importmap.json/",
                "/ui/Importmap.json",
                "/ui/.importmap.json",
                "/ui/a/b/c/d/e/f.js",
            })
    void nothingElseIsServedFromThere(String path) {
        new TestRequest(server.port(), "GET", path).send().problem(404, "not_found");
    }
}
