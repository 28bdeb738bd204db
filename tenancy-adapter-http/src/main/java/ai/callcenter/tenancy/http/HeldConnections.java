package ai.callcenter.tenancy.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections that are held: those whose request head does not arrive in time or whose answer is not taken in
 * time, and, while there are more than the server keeps, those that have been waited on for longest, so that whoever
 * comes next is served. One on which the server works is never closed. Jetty knows idle times alone, which a byte now
 * and then resets.
 */
final class HeldConnections extends Handler.Wrapper implements Connection.Listener, MeterBinder {
    private static final System.Logger LOG = System.getLogger(HeldConnections.class.getName());
    private static final long LOOK_MILLIS = 1_000;

    /** Whoever has just come gets this long to ask for something. */
    private static final long NEW_NANOS = Duration.ofSeconds(1).toNanos();

    /** How often at most the longest held are looked for. */
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    /** So many at once, a part of all that are kept, that not each new connection looks through all others. */
    private static final int PART = 20;

    private final Server server;
    private final int kept;
    private final long headNanos;
    private final long answerNanos;
    private final Map<Connection, Held> open = new ConcurrentHashMap<>();
    private final LongAdder slowHeads = new LongAdder();
    private final LongAdder slowReads = new LongAdder();
    private final LongAdder crowdedOut = new LongAdder();
    private final AtomicLong lookedAt = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

    /**
     * A watch over a server's connections.
     *
     * @param kept how many may be open before the longest held are closed
     * @param headTime how long a request's head may take, the first one's from the start of the connection
     * @param answerTime how long a client may take to take an answer, from when it first lets one wait
     * @param handler handles the requests
     */
    HeldConnections(Server server, int kept, Duration headTime, Duration answerTime, Handler handler) {
        super(handler);
        this.server = server;
        this.kept = kept;
        this.headNanos = headTime.toNanos();
        this.answerNanos = answerTime.toNanos();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        for (Connector connector : server.getConnectors()) {
            connector.addEventListener(this);
        }
        server.getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        Held held = open.get(connection);
        if (held != null) {
            held.begins();
            Request.addCompletionListener(request, failure -> held.ends());
        }
        return super.handle(request, response, callback);
    }

    @Override
    public void onOpened(Connection connection) {
        open.put(connection, new Held(connection));
        if (open.size() > kept) {
            closeLongestHeld();
        }
    }

    @Override
    public void onClosed(Connection connection) {
        open.remove(connection);
    }

    private void look() {
        if (!isRunning()) {
            return;
        }
        try {
            long now = System.nanoTime();
            open.values().forEach(held -> look(held, now));
            if (open.size() > kept) {
                closeLongestHeld();
            }
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Held connections could not be looked at; the next attempt follows", e);
        } finally {
            // Whatever it was: without the next look nobody would close any again.
            server.getScheduler().schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void look(Held held, long now) {
        Held.Slow slow = held.look(now, headNanos, answerNanos);
        if (slow != null) {
            (slow == Held.Slow.HEAD ? slowHeads : slowReads).increment();
            held.close();
        }
    }

    private void closeLongestHeld() {
        long now = System.nanoTime();
        long last = lookedAt.get();
        if (now - last < PAUSE_NANOS || !lookedAt.compareAndSet(last, now)) {
            return;
        }
        record Waiting(Held held, boolean working, long since) {}
        // Where a request is under way and the server waits for its body or its reader, that is held too, but goes
        // last.
        List<Waiting> waiting = new ArrayList<>();
        open.values().forEach(held -> {
            look(held, now);
            if (held.isWaiting() && now - held.since() > NEW_NANOS) {
                waiting.add(new Waiting(held, held.isWorking(), held.since() - now));
            }
        });
        waiting.sort(Comparator.comparing(Waiting::working).thenComparing(Waiting::since));
        int tooMany = Math.max(0, open.size() - kept) + kept / PART;
        for (Waiting one : waiting.subList(0, Math.min(tooMany, waiting.size()))) {
            crowdedOut.increment();
            one.held.close();
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tenancy.http.connections", open, Map::size)
                .description("Open connections")
                .register(registry);
        counter(registry, "slow_head", slowHeads);
        counter(registry, "slow_read", slowReads);
        counter(registry, "crowded_out", crowdedOut);
    }

    private static void counter(MeterRegistry registry, String reason, LongAdder count) {
        FunctionCounter.builder("tenancy.http.connections.closed", count, LongAdder::sum)
                .description("Connections that the server closed because they were held")
                .tag("reason", reason)
                .register(registry);
    }
}
