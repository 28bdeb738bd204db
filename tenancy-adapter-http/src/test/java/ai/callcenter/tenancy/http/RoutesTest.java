package ai.callcenter.tenancy.http;

import static org.assertj.core.api.Assertions.assertThat;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.memory.InMemoryStore;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.Roles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The routes on a Javalin that somebody else owns, with Javalin's own settings. */
class RoutesTest {
    private static final String REFRESH = TenancyHttp.BASE + "/token/refresh";
    private static final TokenKeys KEYS = TokenKeys.of(SharedSecret.of(Api.SECRET), null);
    private static final TokenSettings SETTINGS =
            new TokenSettings("tenancy", "tenancy", Duration.ofHours(1), Clock.systemUTC());

    private final TokenIssuer issuer = new TokenIssuer(SETTINGS, KEYS);
    private final TenancyHttp api =
            new TenancyHttp(Tenancy.on(new InMemoryStore()), new TokenVerifier(SETTINGS, KEYS), issuer);

    @Test
    void everyRouteOfTheApiButOneNeedsAUserAndIsInTheContract() {
        Javalin javalin = Javalin.create(config -> api.register(config.routes));
        List<ParsedEndpoint> endpoints = javalin.unsafe.internalRouter.allHttpHandlers();
        assertThat(endpoints).isNotEmpty();
        for (ParsedEndpoint endpoint : endpoints) {
            // A refresh token says itself who calls.
            Access access = endpoint.endpoint.path.equals(REFRESH) ? Access.ANYBODY : Access.USER;
            assertThat(endpoint.endpoint.metadata(Roles.class)).isEqualTo(new Roles(Set.of(access)));
            assertThat(endpoint.endpoint.path).startsWith(TenancyHttp.BASE + "/");
        }
        assertThat(endpoints.stream()
                        .filter(one -> !one.endpoint.method.equals(HandlerType.HEAD))
                        .filter(one -> !one.endpoint.path.equals(REFRESH))
                        .map(one -> one.endpoint.method.name() + " " + template(one.endpoint.path)))
                .containsExactlyInAnyOrderElementsOf(AuthenticationTopic.ROUTES);
    }

    private static String template(String path) {
        return path.replace("{id}", "00000000-0000-4000-8000-000000000000")
                .replace("{email}", "a@b.example")
                .replace("{key}", "key");
    }

    @Test
    void aHostServesTheApiBesideItsOwnRoutes() {
        hosted(config -> config.routes.get("/own", context -> context.result("mine")), port -> {
            String token = issuer.issueIdentityToken("sub", "ana@people.example", "Ana", Duration.ofHours(1))
                    .token();
            Reply made = new TestRequest(port, "POST", "/api/v1/tenants")
                    .token(token)
                    .json("{\"name\":\"Hosted\"}")
                    .send()
                    .ok(201);
            String path = "/api/v1/tenants/" + made.text("id");
            new TestRequest(port, "GET", path).token(token).send().problem(403, "wrong_tenant");
            new TestRequest(port, "GET", "/api/v1/me").send().problem(401, "missing_token");
            new TestRequest(port, "HEAD", "/api/v1/me").send();
            String big = " ".repeat(RequestBody.MAX_BYTES + 1);
            new TestRequest(port, "POST", "/api/v1/tenants")
                    .token(token)
                    .json(big)
                    .send()
                    .problem(413, "body_too_large");
            Reply own = new TestRequest(port, "GET", "/own", TestRequest.UNDOCUMENTED).send();
            assertThat(own.body()).isEqualTo("mine");
            assertThat(own.header("content-type")).startsWith("text/plain");
            assertThat(own.header("x-request-id")).isNull();
        });
    }

    @Test
    void belowAContextPathLocationsAreToo() {
        hosted(config -> config.router.contextPath = "/base", port -> {
            String token = issuer.issueIdentityToken("sub", "ana@people.example", "Ana", Duration.ofHours(1))
                    .token();
            Reply made = new TestRequest(port, "POST", "/base/api/v1/tenants", TestRequest.UNDOCUMENTED)
                    .token(token)
                    .json("{\"name\":\"Hosted\"}")
                    .send();
            assertThat(made.header("location")).isEqualTo("/base/api/v1/tenants/" + made.text("id"));
        });
    }

    private void hosted(Consumer<JavalinConfig> own, Consumer<Integer> test) {
        Javalin javalin = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    own.accept(config);
                    api.register(config.routes);
                })
                .start(0);
        try {
            test.accept(javalin.port());
        } finally {
            javalin.stop();
        }
    }
}
