package ai.callcenter.tenancy.app.server;

import ai.callcenter.tenancy.http.RequestLog;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The request log: one line of JSON a request, written by a thread of its own at least every {@value #PAUSE_MILLIS} ms,
 * so a slow reader holds no request up. At most {@value #CAPACITY} lines wait; what exceeds that is dropped and counted
 * in a line {@code {"dropped":n}}.
 */
final class JsonLines implements RequestLog, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(JsonLines.class.getName());
    private static final int CAPACITY = 16_384;
    private static final int PAUSE_MILLIS = 100;
    private static final int CLOSE_MILLIS = 2_000;

    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(CAPACITY);
    private final AtomicLong dropped = new AtomicLong();
    private final OutputStream out;
    private JsonGenerator json;
    private final Thread writer =
            Thread.ofPlatform().daemon().name("request-log").unstarted(this::run);
    private volatile boolean closing;

    /** A log that writes to a stream, which stays open, from {@link #start} on. */
    JsonLines(OutputStream out) {
        this.out = out;
        try {
            this.json = generator(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .setPrettyPrinter(new MinimalPrettyPrinter(""))
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
    }

    /** Begins to write; what came before is not lost. */
    void start() {
        writer.start();
    }

    @Override
    public void note(Entry entry) {
        if (!waiting.offer(entry)) {
            dropped.incrementAndGet();
        }
    }

    /** Writes what waits; gives up on a reader who takes longer than {@value #CLOSE_MILLIS} ms. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        List<Entry> batch = new ArrayList<>();
        try {
            while (true) {
                // Asked before the queue is emptied: what came before the end is written.
                boolean last = closing;
                waiting.drainTo(batch);
                writeOrDrop(batch);
                batch.clear();
                if (last) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException | InterruptedException e) {
            // Nobody reads any more, and the server is worth more than its log.
            LOG.log(Level.WARNING, "The request log ends: {0}", e.toString());
        }
    }

    /** One line that cannot be written must not be the last one. */
    private void writeOrDrop(List<Entry> batch) throws IOException {
        try {
            write(batch);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.ERROR, "Lines of the request log could not be written", e);
            dropped.addAndGet(batch.size());
            // What was begun is no line.
            json = generator(out);
            json.writeRaw('\n');
        }
    }

    private void write(List<Entry> batch) throws IOException {
        for (Entry entry : batch) {
            write(entry);
        }
        long lost = dropped.getAndSet(0);
        if (lost > 0) {
            json.writeStartObject();
            json.writeNumberField("dropped", lost);
            end();
        }
        if (lost > 0 || !batch.isEmpty()) {
            json.flush();
            out.flush();
        }
    }

    private void write(Entry entry) throws IOException {
        json.writeStartObject();
        json.writeStringField(
                "time", entry.time().truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeStringField("id", entry.id());
        json.writeStringField("method", entry.method());
        optional("route", entry.route());
        json.writeNumberField("status", entry.status());
        json.writeNumberField("ms", Math.round(entry.millis() * 1000) / 1000.0);
        optional("tenant", entry.tenant());
        optional("user", entry.user());
        end();
    }

    private void optional(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private void end() throws IOException {
        json.writeEndObject();
        json.writeRaw('\n');
    }
}
