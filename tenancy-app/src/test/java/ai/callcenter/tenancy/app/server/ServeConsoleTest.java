package ai.callcenter.tenancy.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.app.AppProcess;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console of the server as a process, on the memory store. */
class ServeConsoleTest {
    private static final String SIGN_IN = "/demo/sign-in";
    private static final String TOKEN = "{\"sign_in\":[{\"kind\":\"token\"}]}";

    @TempDir
    Path folder;

    private AppProcess serve(Map<String, String> settings, String... options) throws Exception {
        Map<String, String> all = new java.util.HashMap<>(settings);
        all.put("TENANCY_STORE", "memory");
        String[] arguments = options.length == 0 ? new String[] {"serve"} : new String[] {"serve", options[0]};
        AppProcess server = AppProcess.start(folder, all, arguments).awaitServing();
        if (options.length > 0) {
            AppProcess.await("the whole greeting", () -> server.out().contains("./tenancy token --email"));
        }
        return server;
    }

    private static String person(String email) {
        return "{\"email\":\"" + email + "\"}";
    }

    @Test
    void thePeopleOfTheDemoSignInAsTheCommandLineHasThem() throws Exception {
        try (AppProcess server = serve(Map.of(), "--demo")) {
            Client anybody = Client.anybody(server);
            assertThat(server.out())
                    .contains("Open " + server.url() + " in a browser, or get a token for one of them:");
            assertThat(anybody.get("/").body()).contains("ui/console/app.js");
            assertThat(anybody.get("/ui/console/app.js").body()).doesNotContain("from 'lit'");
            assertThat(anybody.get("/console.json").body())
                    .startsWith("{\"sign_in\":[{\"kind\":\"demo\",\"people\":[{\"email\":\"ana@acme.example\","
                            + "\"about\":\"Admin of Acme Support, member of Globex Telesales\"},")
                    .contains("{\"email\":\"ian@initech.example\",\"about\":\"Admin of Initech Helpdesk (suspended)\"}")
                    .endsWith(
                            "{\"email\":\"root@platform.example\",\"about\":\"Platform admin\"}]},{\"kind\":\"token\"}]}");

            String token = token(anybody.post(SIGN_IN, person("ana@acme.example")));
            String seen = Client.bearing(server, token).get("/api/v1/me").body();
            assertThat(seen).contains("\"email\":\"ana@acme.example\"");
            assertThat(Client.of(server, folder, "ana@acme.example")
                            .get("/api/v1/me")
                            .body())
                    .isEqualTo(seen);
            String operator = token(anybody.post(SIGN_IN, person("root@platform.example")));
            assertThat(Client.bearing(server, operator)
                            .get("/api/v1/tenants?scope=all")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(anybody.post(SIGN_IN, person("eve@acme.example")).statusCode())
                    .isEqualTo(404);

            AppProcess.await("the lines", () -> server.out().contains("\"route\":\"/demo/sign-in\",\"status\":404"));
            assertThat(server.out())
                    .contains("\"route\":\"/ui/{path}\"", "\"route\":\"/\"")
                    .doesNotContain(token, "eve@");
            assertThat(anybody.get("/metrics").body())
                    .contains("/ui/{path}", "/demo/sign-in")
                    .doesNotContain("app.js");
        }
    }

    private static String token(HttpResponse<String> signedIn) {
        assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(200);
        return signedIn.body().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void whoeverIsNamedOperatorIsNobodyOfTheDemo() throws Exception {
        try (AppProcess server = serve(Map.of("TENANCY_PLATFORM_ADMINS", "ops@example.com"), "--demo")) {
            for (String operator : new String[] {"root@platform.example", "ops@example.com"}) {
                assertThat(Client.anybody(server)
                                .post(SIGN_IN, person(operator))
                                .statusCode())
                        .isEqualTo(404);
            }
            assertThat(Client.anybody(server).get("/console.json").body()).doesNotContain("Platform admin");
        }
    }

    @Test
    void nobodySignsInToADemoThatOthersReach() throws Exception {
        try (AppProcess server = serve(Map.of("TENANCY_HOST", "0.0.0.0"), "--demo")) {
            assertThat(server.out())
                    .contains("TENANCY_HOST (0.0.0.0) is no loopback address")
                    .contains("Open " + server.url() + " in a browser, and give it a token for one of them:");
            assertNoSignIn(server);
        }
    }

    @Test
    void nobodySignsInWithoutADemo() throws Exception {
        try (AppProcess server = serve(Map.of())) {
            assertNoSignIn(server);
        }
    }

    private static void assertNoSignIn(AppProcess server) throws Exception {
        Client anybody = Client.anybody(server);
        assertThat(anybody.get("/").statusCode()).isEqualTo(200);
        assertThat(anybody.get("/console.json").body()).isEqualTo(TOKEN);
        assertThat(anybody.post(SIGN_IN, person("ana@acme.example")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void thereIsNoneWhereItIsOff() throws Exception {
        try (AppProcess server = serve(Map.of("TENANCY_CONSOLE", "off"), "--demo")) {
            for (String path : new String[] {"/", "/console.json", "/ui/importmap.json"}) {
                assertThat(Client.anybody(server).get(path).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
            assertThat(Client.anybody(server)
                            .post(SIGN_IN, person("ana@acme.example"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(server.out()).doesNotContain("browser").contains("A token for one of them:");
        }
    }
}
