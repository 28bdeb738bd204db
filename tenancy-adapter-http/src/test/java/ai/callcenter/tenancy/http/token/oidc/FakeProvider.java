package ai.callcenter.tenancy.http.token.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider on a port of the loopback interface: two documents, each as a test wants it. */
public final class FakeProvider implements AutoCloseable {
    private final HttpServer server;
    private final int port;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile HttpHandler discovery;
    private volatile HttpHandler keys = answer("{\"keys\":[]}");

    public FakeProvider() {
        this(0);
    }

    public FakeProvider(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.port = server.getAddress().getPort();
        discovery = answer(document(issuer(), issuer() + "/keys"));
        server.setExecutor(threads);
        server.createContext("/.well-known/openid-configuration", exchange -> discovery.handle(exchange));
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            keys.handle(exchange);
        });
        server.start();
    }

    public int port() {
        return port;
    }

    public String issuer() {
        return "http://127.0.0.1:" + port;
    }

    /** How often the keys have been asked for: once a round. */
    public int asked() {
        return asked.get();
    }

    /** From now on these are its keys. */
    public void publish(String... jwks) {
        answerKeys(keySet(jwks));
    }

    static String keySet(String... jwks) {
        return "{\"keys\":[" + String.join(",", jwks) + "]}";
    }

    /** From now on this is its key set, whatever it is. */
    void answerKeys(String body) {
        keys = answer(body);
    }

    /** From now on key sets are answered so. */
    public void onKeys(HttpHandler handler) {
        keys = handler;
    }

    /** From now on it describes itself so. */
    public void describe(String body) {
        discovery = answer(body);
    }

    void onDiscovery(HttpHandler handler) {
        discovery = handler;
    }

    static String document(String issuer, String keys) {
        return "{\"issuer\":\"%s\",\"jwks_uri\":\"%s\",\"scopes_supported\":[\"openid\"],\"n\":{\"m\":[1,true,null]}}"
                .formatted(issuer, keys);
    }

    /** What sends this body with status 200. */
    public static HttpHandler answer(String body) {
        return exchange -> send(exchange, 200, body);
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
