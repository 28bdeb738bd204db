package ai.callcenter.tenancy.app.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The server's data folder, locked for one process. The operating system drops the lock when the process ends, however
 * it ends.
 */
final class DataFolder implements AutoCloseable {
    /**
     * The folders that this JVM holds. POSIX drops a process's lock on a file when the process closes any descriptor of
     * it, so a second attempt must not even open the lock file.
     */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path root;
    private final FileChannel lock;

    private DataFolder(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /**
     * Creates the folder if need be, mode 0700, and locks it.
     *
     * @throws EmbeddedPostgresException when another server holds it, or it cannot be used
     */
    static DataFolder open(Path dir) {
        try {
            return lock(dir);
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    ("The data folder %s cannot be used: %s. Choose another one with TENANCY_DATA_DIR, or make this "
                                    + "one the server's own.")
                            .formatted(dir, e),
                    e);
        }
    }

    private static DataFolder lock(Path dir) throws IOException {
        Path root = Files.createDirectories(dir, Folders.MODE_0700).toRealPath();
        synchronized (HELD) {
            if (HELD.contains(root)) {
                throw inUse(root, "process " + ProcessHandle.current().pid() + ", this one");
            }
            var channel = FileChannel.open(root.resolve("lock"), Set.of(CREATE, READ, WRITE), Folders.MODE_0600);
            try {
                if (channel.tryLock() == null) {
                    throw inUse(root, holder(channel));
                }
                channel.truncate(0);
                channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(US_ASCII)));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
            HELD.add(root);
            return new DataFolder(root, channel);
        }
    }

    /** The folder's real path. */
    Path root() {
        return root;
    }

    /** The folder of this name inside, created with mode 0700. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(root.resolve(name), Folders.MODE_0700);
    }

    /** Unlocks the folder. */
    @Override
    public void close() {
        synchronized (HELD) {
            if (lock.isOpen()) {
                HELD.remove(root);
                try {
                    lock.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        var buffer = ByteBuffer.allocate(32);
        channel.read(buffer, 0);
        String pid = new String(buffer.array(), 0, buffer.position(), US_ASCII).strip();
        return pid.isEmpty() ? "its process is not known" : "process " + pid;
    }

    private static EmbeddedPostgresException inUse(Path root, String holder) {
        return new EmbeddedPostgresException(
                ("The data folder %s is in use by another server (%s). Stop that one first, or choose "
                                + "another folder with TENANCY_DATA_DIR.")
                        .formatted(root, holder));
    }
}
