package ai.callcenter.tenancy.app.ui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An OpenID provider for public clients, which asks nobody who they are: authorization code with PKCE (RFC 6749, RFC
 * 7636), each code good once, and the name of the issuer in the answer (RFC 9207).
 */
final class OidcProvider implements AutoCloseable {
    static final String CLIENT = "console";
    static final String AUDIENCE = "tenancy";

    private final HttpServer server;
    private final OidcTokens tokens = new OidcTokens();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Map<String, String> answer = Map.of();

    OidcProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was asked so far: path, query or form, and headers that prove who asks. */
    List<String> requests() {
        return requests;
    }

    /** From now on the browser is sent back with these parameters in place of its own. */
    void answer(Map<String, String> parameters) {
        answer = parameters;
        requests.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(path + " " + query + form + " "
                    + exchange.getRequestHeaders().getOrDefault("Authorization", List.of()));
            switch (path) {
                case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
                case "/keys" -> json(exchange, 200, tokens.keys());
                case "/authorize" -> authorize(exchange, parameters(query));
                case "/token" -> token(exchange, parameters(form));
                case "/end" ->
                    send(exchange, 200, "text/html", "<!doctype html><title>Signed out</title><p>Signed out here too.");
                default -> exchange.sendResponseHeaders(204, -1);
            }
        }
    }

    private String discovery() {
        return """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",
                 "token_endpoint":"%1$s/token","end_session_endpoint":"%1$s/end"}""".formatted(issuer());
    }

    private void authorize(HttpExchange exchange, Map<String, String> asked) throws IOException {
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        Map<String, String> back = answer.isEmpty() ? Map.of("code", code, "iss", issuer()) : answer;
        String query = Stream.concat(Stream.of(Map.entry("state", asked.get("state"))), back.entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (mine, wanted) -> wanted))
                .entrySet()
                .stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        exchange.getResponseHeaders().add("Location", asked.get("redirect_uri") + "?" + query);
        exchange.sendResponseHeaders(302, -1);
    }

    private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
        Map<String, String> begun = codes.getOrDefault(asked.getOrDefault("code", ""), Map.of());
        codes.values().remove(begun);
        boolean good = "code".equals(begun.get("response_type"))
                && "S256".equals(begun.get("code_challenge_method"))
                && CLIENT.equals(begun.get("client_id"))
                && CLIENT.equals(asked.get("client_id"))
                && Objects.equals(begun.get("redirect_uri"), asked.get("redirect_uri"))
                && Objects.equals(
                        begun.get("code_challenge"), OidcTokens.challenge(asked.getOrDefault("code_verifier", "")));
        exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
        if (good) {
            json(
                    exchange,
                    200,
                    "{\"token_type\":\"Bearer\",\"access_token\":\"%s\",\"id_token\":\"%s\"}"
                            .formatted(
                                    tokens.issue(issuer(), AUDIENCE, ""),
                                    tokens.issue(issuer(), CLIENT, begun.getOrDefault("nonce", ""))));
        } else {
            json(exchange, 400, "{\"error\":\"invalid_grant\"}");
        }
    }

    private static Map<String, String> parameters(String text) {
        return Stream.of(text.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        send(exchange, status, "application/json", body);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
