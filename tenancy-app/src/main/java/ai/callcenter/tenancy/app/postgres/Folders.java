package ai.callcenter.tenancy.app.postgres;

import static java.lang.System.Logger.Level.DEBUG;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Folders and files for their owner alone, and the removal of left-over ones. */
final class Folders {
    private static final System.Logger LOG = System.getLogger(Folders.class.getName());

    static final FileAttribute<?> MODE_0700 =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    static final FileAttribute<?> MODE_0600 =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Folders() {}

    /**
     * Deletes what {@code glob} matches in {@code parent}, with everything inside; what cannot be deleted stays. A
     * program of a killed server may be at work there still, so that files come and go meanwhile.
     */
    static void deleteMatching(Path parent, String glob) throws IOException {
        try (var found = Files.newDirectoryStream(parent, glob)) {
            for (Path path : found) {
                Files.walkFileTree(path, new Deletion());
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return delete(file);
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException reason) {
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException reason) {
            return delete(dir);
        }

        private static FileVisitResult delete(Path path) {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.log(DEBUG, "left over", e);
            }
            return FileVisitResult.CONTINUE;
        }
    }

    /** Makes the names in {@code folder} survive a power loss, as a file's own sync does not. */
    static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
