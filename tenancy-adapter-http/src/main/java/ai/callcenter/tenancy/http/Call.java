package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.access.Caller;
import ai.callcenter.tenancy.access.Email;
import ai.callcenter.tenancy.config.ConfigKey;
import ai.callcenter.tenancy.error.TenancyException;
import ai.callcenter.tenancy.tenant.TenantId;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One request, as an action sees it. */
final class Call {
    private final Context context;
    private final Exchange exchange;
    private final Caller.@Nullable User caller;

    Call(Context context, Exchange exchange, Caller.@Nullable User caller) {
        this.context = context;
        this.exchange = exchange;
        this.caller = caller;
    }

    /** The caller, on a route for users. */
    Caller.User caller() {
        if (caller == null) {
            throw new IllegalStateException("a route for anybody has no caller");
        }
        return caller;
    }

    HttpServletRequest request() {
        return context.req();
    }

    /** The tenant that the path names. */
    TenantId tenant() {
        TenantId tenant = path("id", TenantId::parse);
        exchange.tenant(tenant);
        return tenant;
    }

    /** The e-mail that the path names. */
    Email email() {
        return path("email", Email::new);
    }

    /** The configuration key that the path names. */
    ConfigKey key() {
        return path("key", ConfigKey::new);
    }

    private <T> T path(String name, Function<String, T> parse) {
        try {
            return parse.apply(context.pathParam(name));
        } catch (TenancyException e) {
            throw Refusal.parameter(name, e.detail());
        }
    }

    /** A path below the API's own, for a {@code Location}. */
    String location(String path) {
        return context.contextPath() + TenancyHttp.BASE + path;
    }
}
