package ai.callcenter.tenancy.http.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * A file that keeps a shared secret made once. Its text, without the line end, is the secret, so it can be handed to a
 * host application as it is.
 */
public final class SecretFile {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final int RANDOM_BYTES = 32;

    private SecretFile() {}

    /**
     * The secret in the file; where there is no file, one of 256 random bits is made and kept, with mode 0600. Of
     * several that make it at once, one succeeds and all get its secret; nobody can see a file that is not whole.
     *
     * @param file in a folder that exists
     * @throws IllegalArgumentException if anyone but its owner may use the file (where it has POSIX permissions), or
     *     the secret in it is too short
     * @throws IOException if it can be neither read nor made
     */
    public static SharedSecret loadOrCreate(Path file) throws IOException {
        if (Files.notExists(file)) {
            create(file);
        }
        requirePrivate(file);
        try {
            return SharedSecret.of(Files.readString(file, UTF_8).strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static void create(Path file) throws IOException {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        Path draft = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel = FileChannel.open(draft, Set.of(CREATE_NEW, WRITE), mode(draft))) {
                channel.write(ByteBuffer.wrap(secret.getBytes(UTF_8)));
                channel.force(true);
            }
            // A link, and not a move: a move would replace the secret that somebody made meanwhile.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Somebody was faster: theirs counts.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static FileAttribute<?>[] mode(Path file) {
        return isPosix(file)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static void requirePrivate(Path file) throws IOException {
        if (isPosix(file) && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new IllegalArgumentException(
                    "%s: others than its owner may use this secret, so it may be known; ".formatted(file)
                            + "delete the file to have a new one made, or: chmod 600 " + file);
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
