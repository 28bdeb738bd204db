package ai.callcenter.tenancy.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.HandlerType;
import org.jspecify.annotations.Nullable;

/** Adds routes to a Javalin. A route cannot be added without saying who may call it. */
final class Routes {
    private final RoutesConfig javalin;
    private final Authenticator authenticator;
    private final @Nullable RateLimiter limiter;
    private final Bounds bounds;
    private final String base;

    /**
     * @param limiter counts strangers' requests where anybody may call; null where those are not counted
     * @param bounds what bodies may take
     * @param base what every path begins with, such as {@code /api/v1}
     */
    Routes(
            RoutesConfig javalin,
            Authenticator authenticator,
            @Nullable RateLimiter limiter,
            Bounds bounds,
            String base) {
        this.javalin = javalin;
        this.authenticator = authenticator;
        this.limiter = limiter;
        this.bounds = bounds;
        this.base = base;
    }

    /** GET, and HEAD with it: Javalin's own HEAD answers 200 to anybody, whatever GET would say. */
    Routes get(String path, Access access, Action action) {
        Action bodiless = bodiless(action);
        return add(HandlerType.GET, path, access, bodiless).add(HandlerType.HEAD, path, access, bodiless);
    }

    /** POST of which the path says everything. */
    Routes command(String path, Access access, Action action) {
        return add(HandlerType.POST, path, access, bodiless(action));
    }

    /** POST with a body. */
    Routes post(String path, Access access, Action action) {
        return add(HandlerType.POST, path, access, action);
    }

    Routes put(String path, Access access, Action action) {
        return add(HandlerType.PUT, path, access, action);
    }

    Routes patch(String path, Access access, Action action) {
        return add(HandlerType.PATCH, path, access, action);
    }

    Routes delete(String path, Access access, Action action) {
        return add(HandlerType.DELETE, path, access, bodiless(action));
    }

    private static Action bodiless(Action action) {
        return call -> {
            call.noBody();
            return action.answer(call);
        };
    }

    /** A path as logs, metrics and the document name it: for Javalin, one in {@code <>} may hold slashes. */
    static String template(String path) {
        return path.replace('<', '{').replace('>', '}');
    }

    private Routes add(HandlerType method, String path, Access access, Action action) {
        Authenticator needed = switch (access) {
            case ANYBODY -> null;
            case USER -> authenticator;
        };
        String whole = base + path;
        javalin.addHttpHandler(
                method, whole, new Route(method.name(), template(whole), needed, limiter, bounds, action), access);
        return this;
    }
}
