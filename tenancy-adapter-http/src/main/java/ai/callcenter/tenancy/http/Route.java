package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Caller;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One method on one path: who may call it, what it does, and that whatever happens becomes an answer. */
final class Route implements Handler {
    private final String method;
    private final String path;
    private final @Nullable Authenticator authenticator;
    private final @Nullable RateLimiter limiter;
    private final Duration bodyTime;
    private final Action action;

    /**
     * @param path the template, such as {@code /api/v1/tenants/{id}}
     * @param authenticator finds the caller; null where anybody may call
     * @param limiter counts strangers' requests where anybody may call; null where those are not counted
     * @param bodyTime how long a body may take
     */
    Route(
            String method,
            String path,
            @Nullable Authenticator authenticator,
            @Nullable RateLimiter limiter,
            Duration bodyTime,
            Action action) {
        this.method = method;
        this.path = path;
        this.authenticator = authenticator;
        this.limiter = limiter;
        this.bodyTime = bodyTime;
        this.action = action;
    }

    String path() {
        return path;
    }

    @Override
    public void handle(Context context) throws IOException {
        HttpServletRequest request = context.req();
        Exchange exchange = Exchange.of(request);
        exchange.route(this);
        RequestBody body = new RequestBody(request, bodyTime);
        Answer answer = answer(context, exchange, body);
        body.drain(exchange.user() != null, context.res());
        answer.send(context.res(), exchange);
    }

    private Answer answer(Context context, Exchange exchange, RequestBody body) {
        HttpServletRequest request = context.req();
        try {
            // Javalin routes by X-HTTP-Method-Override: what a proxy let pass as GET would arrive as DELETE.
            if (!request.getMethod().equals(method)) {
                throw new Refusal(new Problem(
                        400, "invalid_input", "X-HTTP-Method-Override is not supported.", List.of(), Map.of()));
            }
            Caller.User caller = caller(request, exchange);
            body.requireLength();
            return action.answer(new Call(context, exchange, body, caller));
        } catch (Throwable e) {
            return Answer.of(Failures.problem(e, exchange), request.getRequestURI(), exchange);
        }
    }

    private Caller.@Nullable User caller(HttpServletRequest request, Exchange exchange) {
        if (authenticator == null) {
            if (limiter != null) {
                limiter.address(request, exchange);
            }
            return null;
        }
        Caller.User caller = authenticator.caller(request, exchange);
        exchange.user(caller.id());
        exchange.tenant(caller.tenant());
        return caller;
    }
}
