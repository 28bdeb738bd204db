package ai.callcenter.tenancy.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds docs/metrics.md against what a server on PostgreSQL tells. */
class MetricsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");
    private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (\\w+) ");
    private static final Pattern NAME = Pattern.compile("`([a-z_]+\\*?)`");

    @TempDir
    Path folder;

    @Test
    void theDocumentNamesEachMetricAndNoOther() throws Exception {
        Set<String> documented = Files.readString(DOCUMENT)
                .lines()
                .filter(line -> line.startsWith("| `"))
                .flatMap(line -> NAME.matcher(line.split("\\|", -1)[1]).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> told;
        try (AppProcess server =
                AppProcess.start(folder, Map.of(), "serve", "--demo").awaitServing()) {
            Client.of(server, folder, "ana@acme.example", "acme.example").get("/api/v1/tenant");
            get(server, "/api/v1/tenant"); // a problem
            told = FAMILY.matcher(get(server, "/metrics"))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(documented).allSatisfy(name -> assertThat(told).anyMatch(other -> matches(name, other)));
        assertThat(told)
                .filteredOn(name -> !name.equals("http_server_requests_seconds_max"))
                .allSatisfy(name -> assertThat(documented).anyMatch(other -> matches(other, name)));
    }

    private static boolean matches(String documented, String name) {
        return documented.endsWith("*")
                ? name.startsWith(documented.substring(0, documented.length() - 1))
                : name.equals(documented) || name.equals(documented.replaceAll("_total$", ""));
    }

    private static String get(AppProcess server, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(server.url() + path))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }
}
