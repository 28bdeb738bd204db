package ai.callcenter.tenancy.app.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** PostgreSQL's own log: it appends to the file itself, so its last words are never lost. */
final class ServerLog {
    /** One older file of at most about this size is kept. */
    static final long LIMIT_BYTES = 10L << 20;

    private static final int TAIL_BYTES = 4096;

    private final Path file;
    private long mark;

    ServerLog(Path folder) throws IOException {
        file = folder.resolve("postgres.log");
        if (Files.notExists(file)) {
            Files.createFile(file, Folders.MODE_0600);
        }
    }

    Path file() {
        return file;
    }

    /** Starts what {@link #tail} shows. */
    void mark() throws IOException {
        mark = Files.size(file);
    }

    /** Moves the content to {@code postgres.log.1} once there is too much of it. */
    void trim() throws IOException {
        if (Files.size(file) > LIMIT_BYTES) {
            Files.copy(file, file.resolveSibling("postgres.log.1"), REPLACE_EXISTING);
            // PostgreSQL appends, so its next line goes to the start of the emptied file.
            FileChannel.open(file, WRITE).truncate(0).close();
            mark = 0;
        }
    }

    /** The last lines since the mark. */
    String tail() throws IOException {
        try (FileChannel channel = FileChannel.open(file, READ)) {
            long size = channel.size();
            var bytes = ByteBuffer.allocate(Math.clamp(size - mark, 0, TAIL_BYTES));
            channel.read(bytes, size - bytes.capacity());
            String text = new String(bytes.array(), 0, bytes.position(), UTF_8);
            boolean cut = size - mark > TAIL_BYTES;
            return (cut ? text.substring(text.indexOf('\n') + 1) : text).strip();
        }
    }
}
