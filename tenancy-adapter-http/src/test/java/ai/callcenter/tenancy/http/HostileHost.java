package ai.callcenter.tenancy.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JsonMapper;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.stream.IntStream;

/** A Javalin that somebody else owns and that has its own way with everything it is asked about. */
final class HostileHost {
    static final String SAYS = "the host says so";
    static final int STATUS = 418;

    private HostileHost() {}

    static Api.Server start(TenancyHttp api) {
        Javalin javalin = Javalin.create(config -> configure(config, api)).start(0);
        return new Api.Server(javalin.port(), javalin::stop);
    }

    private static void configure(JavalinConfig config, TenancyHttp api) {
        config.startup.showJavalinBanner = false;
        config.jetty.host = "127.0.0.1";
        config.jsonMapper(new NoJson());
        config.http.defaultContentType = "text/html";
        config.http.generateEtags = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = 10;
        config.routes.before(HostileHost::meddle);
        config.routes.beforeMatched(HostileHost::meddle);
        config.routes.after(HostileHost::overrule);
        config.routes.afterMatched(HostileHost::overrule);
        config.routes.exception(Exception.class, (e, context) -> overrule(context));
        config.routes.exception(HttpResponseException.class, (e, context) -> overrule(context));
        IntStream.range(200, 600).forEach(status -> config.routes.error(status, HostileHost::overrule));
        config.routes.get("/own", context -> context.result("mine"));
        config.routes.get("/own/fail", context -> {
            throw new IllegalStateException("the host's");
        });
        api.register(config.routes);
        api.registerDocs(config.routes);
    }

    /** Sets what an answer of its own would have. */
    private static void meddle(Context context) {
        context.contentType("text/html");
        context.status(STATUS);
        context.result(SAYS);
    }

    private static void overrule(Context context) {
        if (!context.path().equals("/own")) {
            meddle(context);
        }
    }

    /** Whoever asks for it fails. */
    private static final class NoJson implements JsonMapper {
        @Override
        public String toJsonString(Object object, Type type) {
            throw new UnsupportedOperationException("the host's JSON");
        }

        @Override
        public InputStream toJsonStream(Object object, Type type) {
            throw new UnsupportedOperationException("the host's JSON");
        }

        @Override
        public <T> T fromJsonString(String json, Type type) {
            throw new UnsupportedOperationException("the host's JSON");
        }
    }
}
