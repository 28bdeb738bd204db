package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.Tenancy;
import ai.callcenter.tenancy.http.token.TokenIssuer;
import ai.callcenter.tenancy.http.token.TokenVerifier;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.function.LongSupplier;

/**
 * The API over HTTP, version 1, for a Javalin that somebody else owns:
 *
 * <pre>{@code
 * var api = new TenancyHttp(tenancy, verifier, issuer);
 * var server = Javalin.create(config -> {
 *     api.register(config.routes);
 *     api.registerDocs(config.routes);
 * }).start(8080);
 * }</pre>
 *
 * <p>Everything under {@value #BASE} authenticates, limits its input and answers its errors by itself, whatever the
 * Javalin around it does. Unknown paths, CORS and what Jetty answers are that Javalin's own; {@link TenancyServer} is
 * one in which they are set up too.
 */
public final class TenancyHttp {
    /** What every path of the API begins with. */
    public static final String BASE = "/api/v1";

    private final Tenancy tenancy;
    private final Authenticator authenticator;
    private final TokenIssuer issuer;
    private final RateLimiter limiter;
    private final Bounds bounds;

    /**
     * The API over some use cases, without limits of rates.
     *
     * @param verifier verifies the tokens of callers
     * @param issuer issues the token of a switch, which the verifier accepts
     */
    public TenancyHttp(Tenancy tenancy, TokenVerifier verifier, TokenIssuer issuer) {
        this(tenancy, verifier, issuer, RateLimits.NONE);
    }

    /**
     * The API with limits of rates.
     *
     * @param limits how many requests callers may make; for the limit of a tenant's own, its key is reserved in
     *     {@code tenancy} too, see {@link RateLimitKey}
     */
    public TenancyHttp(Tenancy tenancy, TokenVerifier verifier, TokenIssuer issuer, RateLimits limits) {
        this(tenancy, verifier, issuer, limits, new Bounds(RequestBody.MAX_TIME), System::nanoTime);
    }

    /**
     * @param bounds what bodies may take
     * @param nanos the time for limits of rates, in nanoseconds from any start
     */
    TenancyHttp(
            Tenancy tenancy,
            TokenVerifier verifier,
            TokenIssuer issuer,
            RateLimits limits,
            Bounds bounds,
            LongSupplier nanos) {
        this.tenancy = tenancy;
        this.limiter = new RateLimiter(limits, tenancy.configs(), nanos);
        this.authenticator = new Authenticator(verifier, tenancy.users(), limiter);
        this.issuer = issuer;
        this.bounds = bounds;
    }

    /** Adds the API's routes. */
    public void register(RoutesConfig javalin) {
        Routes routes = new Routes(javalin, authenticator, limiter, bounds, BASE);
        // Javalin tries routes in this order, so what is called most comes first.
        new TenantResource(tenancy).register(routes);
        new TenantsResource(tenancy).register(routes);
        new MemberResource(tenancy.members()).register(routes);
        new ConfigResource(tenancy.configs()).register(routes);
        new SwitchResource(tenancy, issuer).register(routes);
        new MeResource(tenancy.users(), tenancy.sessions()).register(routes);
        new AuditResource(tenancy.audit()).register(routes);
    }

    /**
     * Adds the OpenAPI document at {@code /openapi.json} and a page that shows it at {@code /docs}, for anybody. The
     * page loads nothing from elsewhere.
     */
    public void registerDocs(RoutesConfig javalin) {
        new DocsResource().register(new Routes(javalin, authenticator, limiter, bounds, ""));
    }

    /**
     * Adds the web components and what they are made of below {@code /ui/}, for anybody and as often as they like: a
     * page loads dozens of files. A page of another site loads them where the host's CORS lets it.
     */
    public void registerUi(RoutesConfig javalin) {
        new UiResource().register(outside(javalin));
    }

    /**
     * Adds the console at {@code /}, which needs {@link #registerUi} too, and what it asks: {@code /console.json} and,
     * with a demo, {@code /demo/sign-in}. All that it names is relative, so that a host may serve it below a path of
     * its own, which ends with a slash.
     */
    public void registerConsole(RoutesConfig javalin, ConsoleSettings settings) {
        new ConsoleResource(settings).register(outside(javalin));
        if (settings.demo() != null) {
            new DemoResource(settings.demo()).register(new Routes(javalin, authenticator, limiter, bounds, ""));
        }
    }

    /**
     * A filter as a handler, for {@code before} on some of a host's own routes: it lets in whom the filter lets in, and
     * ends the request of whom it does not. A scope of the filter's is not opened, since a handler of {@code before}
     * has ended when the route runs; as a filter of the server's it is.
     */
    public static Handler before(TenancyFilter filter) {
        return context -> {
            if (filter.admit(context.req(), context.res()) == null) {
                context.skipRemainingHandlers();
            }
        };
    }

    /** Adds routes outside of the API, for anybody, as often as they like: probes must not be refused. */
    Routes outside(RoutesConfig javalin) {
        return new Routes(javalin, authenticator, null, bounds, "");
    }

    /** What limits rates, for metrics. */
    RateLimiter limiter() {
        return limiter;
    }

    /** What bodies may take. */
    Bounds bounds() {
        return bounds;
    }
}
