package ai.callcenter.tenancy.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file that comes with the service: read when it is first asked for, and kept from then on, compressed and as it is,
 * so that a client who takes it slowly holds nothing of its own.
 */
final class StaticFile {
    /** Asked for each time, and not sent each time: a file changes with the service and under the same name. */
    private static final String REVALIDATED = "no-cache";

    private final String resource;
    private final String contentType;
    private final Map<String, String> headers;
    private final UnaryOperator<String> edit;
    private final Lock loading = new ReentrantLock();
    private volatile @Nullable Loaded loaded;

    /** The tags differ, since the bytes that travel do (RFC 9110 section 8.8.3.3). */
    private record Loaded(byte[] gzip, String gzipTag, byte[] plain, String plainTag) {}

    /**
     * @param resource its place, from this class
     * @param headers what its answers carry besides
     */
    StaticFile(String resource, String contentType, Map<String, String> headers) {
        this(resource, contentType, headers, UnaryOperator.identity());
    }

    /** @param edit what is served in place of the text that the file has */
    StaticFile(String resource, String contentType, Map<String, String> headers, UnaryOperator<String> edit) {
        this.resource = resource;
        this.contentType = contentType;
        this.headers = headers;
        this.edit = edit;
    }

    /** The file as the client takes it, or that the client has it already. */
    Answer answer(Call call) {
        Loaded file = loaded();
        boolean zipped = call.acceptsGzip();
        String tag = zipped ? file.gzipTag : file.plainTag;
        Map<String, String> sent = new HashMap<>(headers);
        sent.put("ETag", tag);
        sent.put(Answer.CACHE_CONTROL, REVALIDATED);
        // In place of the one that CORS has set.
        sent.put("Vary", "Accept-Encoding, Origin");
        if (call.conditions().isKnown(tag)) {
            return new Answer(304, null, null, sent);
        }
        if (!zipped) {
            return Answer.shared(contentType, file.plain, sent);
        }
        sent.put("Content-Encoding", "gzip");
        return Answer.shared(contentType, file.gzip, sent);
    }

    private Loaded loaded() {
        Loaded file = loaded;
        if (file != null) {
            return file;
        }
        loading.lock();
        try {
            file = loaded;
            if (file == null) {
                file = load();
                loaded = file;
            }
            return file;
        } finally {
            loading.unlock();
        }
    }

    /** The text of a file that comes with the service. */
    static String read(String resource) {
        try (InputStream in = StaticFile.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the build");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Loaded load() {
        byte[] plain = edit.apply(read(resource)).getBytes(UTF_8);
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 3);
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(plain);
            }
            byte[] gzip = bytes.toByteArray();
            return new Loaded(gzip, ETag.of(gzip), plain, ETag.of(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
