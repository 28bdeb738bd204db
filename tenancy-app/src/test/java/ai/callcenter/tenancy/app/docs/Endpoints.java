package ai.callcenter.tenancy.app.docs;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.TenancyHttp;
import ai.callcenter.tenancy.http.token.SharedSecret;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenKeys;
import ai.callcenter.tenancy.http.token.TokenSettings;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import ai.callcenter.tenancy.memory.InMemoryStore;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What the server answers to, as methods and path templates. */
final class Endpoints {
    /** Outside of the API; the server adds them by itself. */
    private static final List<String> OUTSIDE =
            List.of("GET /health/live", "GET /health/ready", "GET /.well-known/jwks.json", "GET /metrics");

    private Endpoints() {}

    /**
     * The endpoints without a call. One of the API must be shown to succeed; outside of it, where an answer may say
     * what is not set up, a call is enough.
     */
    static List<String> notIn(List<Answered> calls) {
        Stream<String> missing = api().filter(endpoint -> calls.stream()
                .noneMatch(call -> !call.isError() && (call.method() + " " + call.path()).matches(pattern(endpoint))));
        Stream<String> missingOutside = OUTSIDE.stream()
                .filter(endpoint ->
                        calls.stream().noneMatch(call -> endpoint.equals(call.method() + " " + call.path())));
        return Stream.concat(missing, missingOutside).toList();
    }

    private static Stream<String> api() {
        TokenKeys keys = TokenKeys.of(SharedSecret.of("a secret of at least thirty-two bytes"), null);
        TokenSettings settings = new TokenSettings("tenancy", "tenancy", Duration.ofHours(1), Clock.systemUTC());
        TenancyHttp api = new TenancyHttp(
                Tenancy.on(new InMemoryStore()), new TokenVerifier(settings, keys), new TokenIssuer(settings, keys));
        Javalin javalin = Javalin.create(config -> api.register(config.routes));
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(endpoint -> !endpoint.method.equals(HandlerType.HEAD))
                .map(endpoint -> endpoint.method.name() + " " + endpoint.path);
    }

    private static String pattern(String endpoint) {
        return endpoint.replaceAll("\\{[a-z]+}", "[^/]+");
    }
}
