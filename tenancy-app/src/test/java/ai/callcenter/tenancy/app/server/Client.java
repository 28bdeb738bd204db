package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.app.AppProcess;
import ai.callcenter.tenancy.app.CommandRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** Calls a server as one person. */
public final class Client {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String token;

    private Client(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Without a token. */
    public static Client anybody(AppProcess server) {
        return new Client(server.url(), "");
    }

    /** With a token from elsewhere. */
    public static Client bearing(AppProcess server, String token) {
        return new Client(server.url(), token);
    }

    /** With the token that the command line prints for a person; in a tenant, where one is named. */
    static Client of(AppProcess server, Path folder, String email, String... tenant) {
        return new Client(server.url(), token(server, folder, email, tenant));
    }

    /** The token that the command line prints for a person; in a tenant, where one is named. */
    static String token(AppProcess server, Path folder, String email, String... tenant) {
        Map<String, String> settings =
                AppProcess.settings(folder, Map.of("TENANCY_PORT", Integer.toString(server.port())));
        CommandRun run = tenant.length == 0
                ? CommandRun.of(settings, "token", "--email", email)
                : CommandRun.of(settings, "token", "--email", email, "--tenant", tenant[0]);
        if (run.exit() != 0) {
            throw new AssertionError(run.err());
        }
        return run.out().strip();
    }

    String token() {
        return token;
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)));
    }

    public HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return call("POST", path, json);
    }

    /** Any method; an empty body is none. */
    public HttpResponse<String> call(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        return send(request.method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
