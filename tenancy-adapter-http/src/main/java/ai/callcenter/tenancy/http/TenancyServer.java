package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.token.TokenKeys;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The API as a server of its own: strict, on virtual threads, with health, metrics, CORS and a request log. */
public final class TenancyServer implements AutoCloseable {
    /**
     * How many connections are open at most. Those beyond wait until one of these closes. Every one may have a request
     * under way and a body with it, so it also bounds how many requests are worked on.
     */
    static final int MAX_CONNECTIONS = 2_000;

    /** How long requests that run may take to end when the server stops, in milliseconds. */
    private static final long STOP_MILLIS = 10_000;

    /**
     * Nothing ambiguous but a slash or a percent sign that is encoded: an e-mail may contain them, and whoever can be
     * added can be removed. Javalin takes a path apart before it decodes, once, so neither can become more than a
     * character.
     */
    private static final UriCompliance URI = UriCompliance.DEFAULT.with(
            "TENANCY",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING);

    private final TenancyHttp api;
    private final TokenKeys keys;
    private final SharedReadiness readiness;
    private final RequestLog log;
    private final ServerSettings settings;
    private final int maxConnections;
    private final Metrics metrics = new Metrics();
    private final Javalin javalin;

    /**
     * A server that does not listen yet.
     *
     * @param keys their public halves are published
     * @param readiness whether the server can serve; asked once a second at most
     * @param log where requests are noted
     */
    public TenancyServer(
            TenancyHttp api, TokenKeys keys, Readiness readiness, RequestLog log, ServerSettings settings) {
        this(api, keys, log, settings, new SharedReadiness(readiness, System::nanoTime), MAX_CONNECTIONS);
    }

    /** With the bounds that a test wants to meet. */
    TenancyServer(
            TenancyHttp api,
            TokenKeys keys,
            RequestLog log,
            ServerSettings settings,
            SharedReadiness readiness,
            int maxConnections) {
        this.api = api;
        this.keys = keys;
        this.readiness = readiness;
        this.log = log;
        this.settings = settings;
        this.maxConnections = maxConnections;
        this.javalin = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @throws io.javalin.util.JavalinBindException when the port is taken or may not be used
     */
    public TenancyServer start() {
        try {
            javalin.start(settings.host(), settings.port());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        return this;
    }

    /** The port that the server listens on. */
    public int port() {
        return javalin.port();
    }

    /** Takes no more requests, lets those that run end, within 10 seconds, and closes. */
    @Override
    public void close() {
        javalin.stop();
        metrics.close();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.maxRequestSize = RequestBody.MAX_BYTES;
        config.http.prefer405over404 = true;
        config.http.strictContentTypes = true;
        // Set before ours, and a type of another kind would leave its charset behind.
        config.http.defaultContentType = Problem.CONTENT_TYPE;
        config.router.ignoreTrailingSlashes = false;
        QueuedThreadPool threads = new QueuedThreadPool();
        VirtualThreadPool virtual = new VirtualThreadPool();
        // A virtual thread costs little, and requests that wait for a database that is gone must not hold up the rest;
        // nor must slow clients, which would keep a permit too. Connections are what is bounded.
        virtual.setMaxConcurrentTasks(0);
        threads.setVirtualThreadsExecutor(virtual);
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(TenancyServer::strict);
        config.jetty.modifyServer(this::graceful);
        api.register(config.routes);
        api.registerDocs(config.routes);
        Routes outside = api.outside(config.routes);
        new HealthResource(readiness).register(outside);
        new KeysResource(keys).register(outside);
        metrics.add(api.limiter());
        metrics.register(outside);
        Fallbacks.register(config, api.bodyTime());
    }

    private static void strict(HttpConfiguration http) {
        http.setUriCompliance(URI);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setSendServerVersion(false);
        // It would hold whole fields, and every caller brings another Authorization: all filling, no finding.
        http.setHeaderCacheSize(0);
    }

    private void graceful(Server server) {
        server.setHandler(new GracefulHandler(new CrossOrigin(settings.corsOrigins())));
        server.addBean(new NetworkConnectionLimit(maxConnections, server));
        server.setErrorHandler(new JettyErrors());
        server.setRequestLog(new Observer(metrics, log));
        server.setStopTimeout(STOP_MILLIS);
    }
}
