package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.openapi.Conformance;
import ai.callcenter.tenancy.http.openapi.Observed;
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
import java.util.function.Consumer;

/** One request, to be completed and sent. It and its answer must be as the OpenAPI document says. */
final class TestRequest {
    /** For a route that is no part of the API. */
    static final Consumer<Observed> UNDOCUMENTED = seen -> {};

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String method;
    private final String path;
    private final HttpRequest.Builder builder;
    private final Consumer<Observed> observer;
    private BodyPublisher publisher = BodyPublishers.noBody();
    private String type = "";
    private byte[] body = {};

    TestRequest(int port, String method, String path) {
        this(port, method, path, Conformance::check);
    }

    /** @param observer sees the request and its answer */
    TestRequest(int port, String method, String path, Consumer<Observed> observer) {
        this.observer = observer;
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
        publisher = BodyPublishers.ofByteArray(bytes);
        return typed(type, bytes);
    }

    /** A body whose length the server is not told. */
    TestRequest chunked(byte[] bytes) {
        publisher = BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes));
        return typed("application/json", bytes);
    }

    private TestRequest typed(String contentType, byte[] bytes) {
        type = contentType;
        body = bytes;
        return header("Content-Type", contentType);
    }

    Reply send() {
        try {
            HttpResponse<String> response = CLIENT.send(
                    builder.method(method, publisher).build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            Map<String, List<String>> headers = new HashMap<>();
            response.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
            String sent = new String(body, StandardCharsets.UTF_8);
            observer.accept(new Observed(method, path, type, sent, response.statusCode(), headers, response.body()));
            return new Reply(path, response.statusCode(), headers, response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
