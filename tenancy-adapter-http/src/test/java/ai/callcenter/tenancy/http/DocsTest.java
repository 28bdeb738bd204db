package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The page at /docs and what it loads. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocsTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");
    private static final Pattern ELSEWHERE = Pattern.compile("https?://|//[a-z]");

    private final FailingServer server = new FailingServer(IllegalStateException::new);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterAll
    void stop() {
        server.close();
    }

    private HttpResponse<byte[]> get(String path, String acceptEncoding) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Accept-Encoding", acceptEncoding)
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    @Test
    void thePageLetsNothingInFromElsewhere() {
        Reply page = new TestRequest(server.port(), "GET", "/docs").send();
        assertThat(page.status()).isEqualTo(200);
        String policy = String.valueOf(page.header("content-security-policy"));
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("script-src 'self'; ", "style-src 'self'; ", "connect-src 'self'; ", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "http", "*");
        assertThat(page.body()).doesNotContainPattern("<script(?! src=)").doesNotContain("style=", "onload=");
        assertThat(page.body()).doesNotContainPattern(ELSEWHERE);
        assertThat(new TestRequest(server.port(), "GET", "/docs/page.js").send().body())
                .doesNotContainPattern(ELSEWHERE);
        assertThat(new TestRequest(server.port(), "GET", "/docs/page.css")
                        .send()
                        .body())
                .doesNotContainPattern(ELSEWHERE);
    }

    @Test
    void everyFileThatThePageNamesIsThere() {
        String page = new TestRequest(server.port(), "GET", "/docs").send().body();
        List<String> files = REFERENCE
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(file -> !file.startsWith("data:"))
                .toList();
        assertThat(files).hasSize(5);
        for (String file : files) {
            Reply reply = new TestRequest(server.port(), "GET", "/" + file).send();
            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.body()).as(file).isNotBlank();
            Reply again = new TestRequest(server.port(), "GET", "/" + file)
                    .header("If-None-Match", reply.etag())
                    .send();
            assertThat(again.status()).as(file).isEqualTo(304);
        }
    }

    @Test
    void aFileTravelsCompressedToWhoTakesItSo() throws IOException, InterruptedException {
        for (String path : List.of("/openapi.json", "/docs", "/docs/swagger-ui-bundle.js")) {
            HttpResponse<byte[]> zipped = get(path, "br, GZIP;q=0.5");
            HttpResponse<byte[]> plain = get(path, "gzip;q=0, identity");
            assertThat(zipped.headers().firstValue("content-encoding")).hasValue("gzip");
            assertThat(plain.headers().firstValue("content-encoding")).isEmpty();
            assertThat(zipped.headers().firstValue("vary")).hasValue("Accept-Encoding, Origin");
            assertThat(zipped.headers().firstValue("etag"))
                    .isNotEqualTo(plain.headers().firstValue("etag"));
            var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.body()));
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(get("/docs/swagger-ui-bundle.js", "gzip").body()).hasSizeLessThan(500_000);
    }

    @Test
    void nothingElseIsServedFromThere() {
        for (String path : List.of(
                "/docs/", "/docs/page.html", "/docs/..%2fopenapi.json", "/docs/swagger-ui-bundle.js.LICENSE.txt")) {
            new TestRequest(server.port(), "GET", path).send().problem(404, "not_found");
        }
    }
}
