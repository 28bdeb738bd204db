package ai.callcenter.tenancy.http;

import java.time.Instant;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;

/** Notes each answer in the metrics and the request log. Jetty calls it once the answer is sent. */
final class Observer implements org.eclipse.jetty.server.RequestLog {
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");
    private static final String OTHER = "OTHER";
    private static final double NANOS_PER_MILLI = 1e6;

    private final Metrics metrics;
    private final RequestLog log;

    Observer(Metrics metrics, RequestLog log) {
        this.metrics = metrics;
        this.log = log;
    }

    @Override
    public void log(Request request, Response response) {
        Exchange exchange = JettyErrors.exchange(request);
        String path = exchange.route();
        // Whatever a client makes up as a method must not become a time series.
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : OTHER;
        int status = response.getStatus();
        long nanos = NanoTime.since(request.getBeginNanoTime());
        metrics.record(path == null ? "none" : path, method, status, nanos);
        String problem = exchange.problem();
        if (problem != null) {
            metrics.refused(problem);
        }
        if (log != RequestLog.NONE) {
            log.note(new RequestLog.Entry(
                    Instant.ofEpochMilli(Request.getTimeStamp(request)),
                    exchange.requestId(),
                    method,
                    path,
                    status,
                    nanos / NANOS_PER_MILLI,
                    exchange.tenant(),
                    exchange.user()));
        }
    }
}
