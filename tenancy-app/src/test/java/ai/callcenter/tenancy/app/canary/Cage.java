package ai.callcenter.tenancy.app.canary;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.callcenter.tenancy.http.fuzz.Wire;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * One of the two tenants: its mark is in its name, its texts, its settings, and in the names and addresses of its
 * people; a token of its own admin, and one of somebody who is an admin of both.
 *
 * @param mark in lower case, so that it is the same in an address
 */
record Cage(String id, String mark, List<String> tokens) {
    static final int MEMBERS = 8;
    static final int SETTINGS = 5;
    private static final int MOST_TRIES = 3;
    private static final String BOTH = "both@people.example";

    /** Makes it over the API; from the start again where a busy machine makes the database too slow. */
    static Cage make(int port, TokenIssuer issuer) throws IOException {
        for (int i = 1; ; i++) {
            try {
                return tryToMake(port, issuer);
            } catch (IOException e) {
                if (i == MOST_TRIES) {
                    throw e;
                }
            }
        }
    }

    private static Cage tryToMake(int port, TokenIssuer issuer) throws IOException {
        String mark = "canary" + UUID.randomUUID().toString().replace("-", "");
        String own = identity(issuer, "admin@" + mark + ".example", "Admin " + mark);
        String both = identity(issuer, BOTH, "Both");
        String id = field(send(port, own, "POST", "/api/v1/tenants", """
                {"name":"%1$s","domain":"%1$s.example","description":"%1$s","metadata":{"m":"%1$s"}}""".formatted(mark)), "id");
        String admin = enter(port, own, id);
        String path = "/api/v1/tenants/" + id;
        send(port, admin, "POST", path + "/members", "{\"email\":\"" + BOTH + "\",\"role\":\"admin\"}");
        for (int i = 0; i < MEMBERS; i++) {
            send(port, admin, "POST", path + "/members", "{\"email\":\"m%d@%s.example\"}".formatted(i, mark));
            enter(port, identity(issuer, "m%d@%s.example".formatted(i, mark), "M " + mark), id);
        }
        for (int i = 0; i < SETTINGS; i++) {
            send(port, admin, "PUT", path + "/configs/s" + i, "{\"value\":{\"is\":\"%s\"}}".formatted(mark));
        }
        return new Cage(id, mark, List.of(admin, enter(port, both, id)));
    }

    private static String identity(TokenIssuer issuer, String email, String name) {
        return issuer.issueIdentityToken("sub|" + email, email, name, Duration.ofHours(2))
                .token();
    }

    private static String enter(int port, String token, String id) throws IOException {
        return field(send(port, token, "POST", "/api/v1/tenants/" + id + "/switch", ""), "token");
    }

    private static String send(int port, String token, String method, String path, String json) throws IOException {
        try (Wire wire = new Wire(port)) {
            Wire.Response response = wire.exchange(request(token, method, path, json), false);
            if (response.status() >= 300) {
                throw new IOException(method + " " + path + ": " + response.all());
            }
            return response.text();
        }
    }

    private static String field(String json, String name) {
        int from = json.indexOf("\"" + name + "\":\"") + name.length() + 4;
        return json.substring(from, json.indexOf('"', from));
    }

    static byte[] request(String token, String method, String path, String json) {
        String body = json.isEmpty()
                ? "\r\n"
                : "Content-Type: application/json\r\nContent-Length: " + json.getBytes(UTF_8).length + "\r\n\r\n"
                        + json;
        return (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n" + body)
                .getBytes(UTF_8);
    }
}
