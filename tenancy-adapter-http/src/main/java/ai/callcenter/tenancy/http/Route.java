package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Caller;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One method on one path: who may call it, what it does, and that whatever happens becomes an answer. */
final class Route implements Handler {
    private final String method;
    private final String path;
    private final @Nullable Authenticator authenticator;
    private final @Nullable RateLimiter limiter;
    private final Bounds bounds;
    private final Action action;

    /**
     * @param path the template, such as {@code /api/v1/tenants/{id}}
     * @param authenticator finds the caller; null where anybody may call
     * @param limiter counts strangers' requests where anybody may call; null where those are not counted
     * @param bounds what bodies may take
     */
    Route(
            String method,
            String path,
            @Nullable Authenticator authenticator,
            @Nullable RateLimiter limiter,
            Bounds bounds,
            Action action) {
        this.method = method;
        this.path = path;
        this.authenticator = authenticator;
        this.limiter = limiter;
        this.bounds = bounds;
        this.action = action;
    }

    @Override
    public void handle(Context context) {
        HttpServletRequest request = context.req();
        Exchange exchange = Exchange.of(request);
        exchange.route(path);
        int max = authenticator == null ? RequestBody.MAX_STRANGERS_BYTES : RequestBody.MAX_BYTES;
        RequestBody body = new RequestBody(request, bounds, max);
        try {
            Answer answer = answer(context, exchange, body);
            body.drain(exchange.user() != null, context.res());
            send(answer, context, exchange);
        } finally {
            body.release();
        }
    }

    /**
     * A reader gets what there is memory for. What a change did must be told, and is no longer than what asked for it.
     */
    private void send(Answer answer, Context context, Exchange exchange) {
        int bytes = method.equals("GET") ? answer.heldBytes() : 0;
        if (bytes == 0) {
            answer.send(context.res(), exchange);
        } else if (bounds.answers().take(exchange.user(), bytes)) {
            try {
                answer.send(context.res(), exchange);
            } finally {
                bounds.answers().giveBack(exchange.user(), bytes);
            }
        } else {
            Answer.of(JettyErrors.problem(503), context.req().getRequestURI(), exchange)
                    .send(context.res(), exchange);
        }
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
