package ai.callcenter.tenancy.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** What Javalin answers by itself, said as a problem: unknown paths, other methods, failures around the routes. */
final class Fallbacks {
    private static final System.Logger LOG = System.getLogger(Fallbacks.class.getName());

    private Fallbacks() {}

    /** @param bounds what bodies may take */
    static void register(JavalinConfig config, Bounds bounds) {
        config.routes.exception(HttpResponseException.class, (e, context) -> answer(context, problem(e), bounds));
        config.routes.exception(
                Exception.class,
                (e, context) -> answer(context, Failures.problem(e, Exchange.of(context.req())), bounds));
        config.router.javaLangErrorHandler(Fallbacks::fatal);
        config.routes.beforeMatched(Fallbacks::requireRole);
    }

    /** Whoever adds a route past {@link Routes} learns of it with the first request. */
    private static void requireRole(Context context) {
        if (context.routeRoles().isEmpty()) {
            throw new IllegalStateException("the route does not say who may call it");
        }
    }

    private static Problem problem(HttpResponseException e) {
        Problem problem = JettyErrors.problem(e.getStatus());
        if (!(e instanceof MethodNotAllowedResponse)) {
            return problem;
        }
        // The one detail, whatever its name: Javalin names it otherwise for a client that takes HTML.
        String allow = String.join(", ", e.getDetails().values());
        return new Problem(problem.status(), problem.code(), problem.detail(), List.of(), Map.of("Allow", allow));
    }

    private static void answer(Context context, Problem problem, Bounds bounds) {
        Exchange exchange = Exchange.of(context.req());
        new RequestBody(context.req(), bounds, 0).drain(false, context.res());
        Answer.of(problem, context.req().getRequestURI(), exchange).send(context.res(), exchange);
    }

    private static void fatal(HttpServletResponse response, Error error) {
        Exchange exchange = new Exchange(null);
        LOG.log(Level.ERROR, "request " + exchange.requestId() + " failed", error);
        Answer.of(Problem.internal(), "/", exchange).send(response, exchange);
    }
}
