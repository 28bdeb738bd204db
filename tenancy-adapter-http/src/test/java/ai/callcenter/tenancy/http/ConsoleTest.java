package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.http.token.oidc.FakeProvider;
import ai.callcenter.tenancy.http.token.oidc.OidcProviders;
import ai.callcenter.tenancy.http.token.oidc.OidcSettings;
import ai.callcenter.tenancy.memory.InMemoryStore;
import io.javalin.Javalin;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page at / and how one signs in to it. */
class ConsoleTest {
    private static final TokenKeys KEYS = TokenKeys.of(SharedSecret.of(Api.SECRET), null);
    private static final TokenSettings SETTINGS =
            new TokenSettings("tenancy", "tenancy", Duration.ofHours(1), Clock.systemUTC());
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

    private final TenancyHttp api = new TenancyHttp(
            Tenancy.on(new InMemoryStore()), new TokenVerifier(SETTINGS, KEYS), new TokenIssuer(SETTINGS, KEYS));

    private void served(@Nullable ConsoleSettings console, Consumer<Integer> test) {
        ServerSettings settings = new ServerSettings("127.0.0.1", 0, Set.of(), console);
        try (TenancyServer server = new TenancyServer(api, KEYS, () -> null, RequestLog.NONE, settings).start()) {
            test.accept(server.port());
        }
    }

    private static Reply get(int port, String path) {
        return new TestRequest(port, "GET", path).send();
    }

    @Test
    void thePageLetsNothingInFromElsewhere() {
        served(new ConsoleSettings(), port -> {
            Reply page = get(port, "/");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.header("content-type")).isEqualTo("text/html;charset=utf-8");
            assertThat(page.header("content-security-policy"))
                    .isEqualTo("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                            + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
                            + " frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html");
            assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
            assertThat(page.header("cross-origin-opener-policy")).isEqualTo("same-origin");
            assertThat(page.header("permissions-policy")).contains("camera=()", "microphone=()");
            assertThat(page.header("cache-control")).isEqualTo("no-store");
            assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(page.body())
                    .doesNotContainPattern("<script(?![^>]* src=)")
                    .doesNotContain("<style", " style=", " onload=")
                    .doesNotContainPattern("https?://|//[a-z]");
            List<String> files = REFERENCE
                    .matcher(page.body())
                    .results()
                    .map(found -> found.group(1))
                    .filter(file -> !file.startsWith("data:"))
                    .toList();
            assertThat(files).contains("ui/console/app.js").allSatisfy(file -> {
                assertThat(file).startsWith("ui/");
                assertThat(get(port, "/" + file).status()).as(file).isEqualTo(200);
            });
        });
    }

    /** The policy lets no other policy be made, and Lit makes one of this name. */
    @Test
    void litMakesHtmlByTheNameThatThePolicyLetsIt() {
        served(
                new ConsoleSettings(),
                port -> assertThat(get(port, "/ui/lib/lit-html/lit-html.js").body())
                        .contains("createPolicy(\"lit-html\""));
    }

    @Test
    void aTokenCanBePastedInAnyCase() {
        served(new ConsoleSettings(), port -> {
            Reply ways = get(port, "/console.json").ok(200);
            assertThat(ways.body()).isEqualTo("{\"sign_in\":[{\"kind\":\"token\"}]}");
            assertThat(ways.header("cache-control")).isEqualTo("no-store");
            new TestRequest(port, "POST", "/demo/sign-in", TestRequest.UNDOCUMENTED)
                    .json(DemoTopic.ANA)
                    .send()
                    .problem(404, "not_found");
        });
    }

    @Test
    void whereThereIsNoConsoleThereIsNothing() {
        served(null, port -> {
            for (String path : List.of("/", "/console.json", "/ui/importmap.json", "/ui/lib/lit/index.js")) {
                new TestRequest(port, "GET", path, TestRequest.UNDOCUMENTED)
                        .send()
                        .problem(404, "not_found");
            }
        });
    }

    @Test
    void aProviderIsOfferedWithWhatItSaysOfItself() {
        try (FakeProvider fake = new FakeProvider()) {
            fake.describe("""
                    {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/auth?a=b",
                     "token_endpoint":"https://tokens.example:8443/token","end_session_endpoint":"%1$s/logout"}""".formatted(fake.issuer()));
            Reply[] seen = at(fake, Map.of("audience", "https://tenancy.example.com"));
            assertThat(seen[1].body())
                    .isEqualTo("""
                    {"sign_in":[{"kind":"oidc","issuer":"%1$s","name":"%2$s","client_id":"console",\
                    "authorization_endpoint":"%1$s/auth?a=b","token_endpoint":"https://tokens.example:8443/token",\
                    "end_session_endpoint":"%1$s/logout","scope":"openid email",\
                    "parameters":{"audience":"https://tenancy.example.com"},"audiences":["a","b"]},{"kind":"token"}]}""".formatted(fake.issuer(), fake.issuer().substring("http://".length())));
            assertThat(seen[0].header("content-security-policy"))
                    .contains("; connect-src 'self' https://tokens.example:8443; ");
        }
    }

    @Test
    void aProviderThatCannotBeReachedIsOfferedWithoutEndpoints() {
        FakeProvider gone = new FakeProvider();
        gone.close();
        Reply[] seen = at(gone, Map.of());
        assertThat(seen[1].body())
                .contains("\"authorization_endpoint\":null,\"token_endpoint\":null,\"end_session_endpoint\":null");
        assertThat(seen[0].header("content-security-policy")).contains("; connect-src 'self'; ");
    }

    /** The page and the ways to sign in, with a provider. */
    private Reply[] at(FakeProvider fake, Map<String, String> parameters) {
        OidcSettings settings = new OidcSettings(fake.issuer(), Set.of("b", "a"));
        ConsoleClient client = new ConsoleClient("console", "openid email", parameters);
        Reply[] seen = new Reply[2];
        try (OidcProviders providers = OidcProviders.start(List.of(settings))) {
            served(new ConsoleSettings(providers, client, null), port -> {
                seen[0] = get(port, "/");
                seen[1] = get(port, "/console.json").ok(200);
            });
            served(
                    new ConsoleSettings(providers, null, null),
                    port -> assertThat(get(port, "/console.json").body()).doesNotContain("oidc"));
        }
        return seen;
    }

    /** Whose page has no slash at its end would look for its files one folder too high. */
    @Test
    void aHostMayServeItBelowAPathOfItsOwn() {
        Javalin javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.router.contextPath = "/base";
                    api.registerUi(config.routes);
                    api.registerConsole(config.routes, new ConsoleSettings());
                })
                .start(0);
        try {
            for (String path : List.of("/base/", "/base/console.json", "/base/ui/console/app.js")) {
                assertThat(hosted(javalin, path).status()).as(path).isEqualTo(200);
            }
            Reply away = hosted(javalin, "/base?code=x&state=y");
            assertThat(away.status()).isEqualTo(301);
            assertThat(away.header("location")).endsWith("/base/?code=x&state=y");
        } finally {
            javalin.stop();
        }
    }

    private static Reply hosted(Javalin javalin, String path) {
        return new TestRequest(javalin.port(), "GET", path, TestRequest.UNDOCUMENTED).send();
    }
}
