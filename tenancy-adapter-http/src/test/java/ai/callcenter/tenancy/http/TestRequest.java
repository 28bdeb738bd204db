package ai.callcenter.tenancy.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One request, to be completed and sent. */
final class TestRequest {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String method;
    private final String path;
    private final HttpRequest.Builder builder;
    private BodyPublisher body = BodyPublishers.noBody();

    TestRequest(int port, String method, String path) {
        this.method = method;
        this.path = path;
        this.builder = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30));
    }

    TestRequest token(String token) {
        return header("Authorization", "Bearer " + token);
    }

    TestRequest header(String name, String value) {
        builder.header(name, value);
        return this;
    }

    TestRequest json(String json) {
        return body("application/json", json);
    }

    TestRequest body(String type, String text) {
        return body(type, text.getBytes(StandardCharsets.UTF_8));
    }

    TestRequest body(String type, byte[] bytes) {
        body = BodyPublishers.ofByteArray(bytes);
        return header("Content-Type", type);
    }

    /** A body whose length the server is not told. */
    TestRequest chunked(byte[] bytes) {
        body = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes));
        return header("Content-Type", "application/json");
    }

    Reply send() {
        try {
            HttpResponse<String> response =
                    CLIENT.send(builder.method(method, body).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, List<String>> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            return new Reply(path, response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
