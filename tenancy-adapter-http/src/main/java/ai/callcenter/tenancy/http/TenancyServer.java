package ai.callcenter.tenancy.http;

import ai.callcenter.tenancy.http.token.TokenKeys;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The API as a server of its own: strict, on virtual threads, with health, metrics, CORS and a request log. */
public final class TenancyServer implements AutoCloseable {
    /** How many connections are kept. Of more than these, the ones that have been waited on for longest are closed. */
    static final int KEPT_CONNECTIONS = 2_000;

    /** How long a request's head may take: 8 KiB at a byte a millisecond. */
    static final Duration HEAD_TIME = Duration.ofSeconds(10);

    /**
     * In how many parts more than the kept ones connections are open at most; those beyond wait until another one
     * closes. Every one may have a request under way and a body with it, so it also bounds how many requests are worked
     * on.
     */
    private static final double MOST = 1.25;

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
    private final int keptConnections;
    private final Duration headTime;
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
        this(api, keys, log, settings, new SharedReadiness(readiness, System::nanoTime), KEPT_CONNECTIONS, HEAD_TIME);
    }

    /** With the bounds that a test wants to meet. */
    TenancyServer(
            TenancyHttp api,
            TokenKeys keys,
            RequestLog log,
            ServerSettings settings,
            SharedReadiness readiness,
            int keptConnections,
            Duration headTime) {
        this.api = api;
        this.keys = keys;
        this.readiness = readiness;
        this.log = log;
        this.settings = settings;
        this.keptConnections = keptConnections;
        this.headTime = headTime;
        this.javalin = Javalin.create(this::configure);
    }

    /** Shows on {@code /metrics} what something else measures, such as a store. */
    public TenancyServer measuring(MeterBinder binder) {
        metrics.add(binder);
        return this;
    }

    /**
     * Starts to listen.
     *
     * @throws io.javalin.util.JavalinBindException when the port is taken or may not be used
     */
    public TenancyServer start() {
        try {
            javalin.start();
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

    /** Method and template of each route: what the OpenAPI document must name. */
    List<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.method.name() + " " + Routes.template(route.endpoint.path))
                .toList();
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
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
        api.register(config.routes);
        api.registerDocs(config.routes);
        ConsoleSettings console = settings.console();
        if (console != null) {
            api.registerUi(config.routes);
            api.registerConsole(config.routes, console);
        }
        Routes outside = api.outside(config.routes);
        new HealthResource(readiness).register(outside);
        new KeysResource(keys).register(outside);
        metrics.add(api.limiter());
        metrics.register(outside);
        Fallbacks.register(config, api.bounds());
    }

    private static void strict(HttpConfiguration http) {
        http.setUriCompliance(URI);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        http.setSendServerVersion(false);
        // It would hold whole fields, and every caller brings another Authorization: all filling, no finding.
        http.setHeaderCacheSize(0);
        // What is not pooled must be cheap to make: on the heap, and no larger than most answers' heads.
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        http.setResponseHeaderSize(1024);
        http.setMaxResponseHeaderSize(8192);
    }

    /**
     * Buffers are not pooled: of one that is given back too early, as happened in Jetty more than once (its issues
     * 11854, 13679), nobody else may write the next answer into what is still being sent.
     */
    static ServerConnector connector(Server server, HttpConfiguration http, ServerSettings settings) {
        ServerConnector connector = new ServerConnector(
                server, null, null, new ByteBufferPool.NonPooling(), -1, -1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }

    private void graceful(Server server) {
        HeldConnections held = new HeldConnections(
                server,
                keptConnections,
                headTime,
                api.bounds().time(),
                new TransferCodings(new CrossOrigin(settings.corsOrigins())));
        metrics.add(held);
        server.setHandler(new GracefulHandler(held));
        server.addBean(new NetworkConnectionLimit((int) Math.ceil(MOST * keptConnections), server));
        server.setErrorHandler(new JettyErrors());
        server.setRequestLog(new Observer(metrics, log));
        server.setStopTimeout(STOP_MILLIS);
    }
}
