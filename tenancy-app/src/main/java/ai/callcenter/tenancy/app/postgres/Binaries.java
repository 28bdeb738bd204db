package ai.callcenter.tenancy.app.postgres;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** PostgreSQL's programs, unpacked once a version into a folder that all data folders share. */
final class Binaries {
    /** Lists each file with its size. Written last, so a folder without it is not finished. */
    private static final String CONTENTS = "CONTENTS";

    private final Path home;

    private Binaries(Path home) {
        this.home = home;
    }

    /** The programs under {@code cache}, unpacked first where they are missing or damaged. */
    static Binaries unpack(Platform platform, Path cache) throws IOException {
        URL archive = Binaries.class.getClassLoader().getResource(platform.resource());
        if (archive == null) {
            throw new EmbeddedPostgresException(("No PostgreSQL for this machine: %s is not on the class path. Add "
                            + "io.zonky.test.postgres:%s, or set TENANCY_DB_URL to a PostgreSQL of your own.")
                    .formatted(platform.resource(), platform.artifact()));
        }
        String name = platform.resource().replace(".txz", "-") + contentHash(archive);
        Path home = cache.resolve(name);
        // The file lock holds off other processes, the monitor other threads of this one.
        synchronized (Binaries.class) {
            try (FileChannel channel = FileChannel.open(cache.resolve(name + ".lock"), CREATE, WRITE)) {
                channel.lock(); // until the channel closes
                if (!isComplete(home)) {
                    Folders.deleteMatching(cache, name + "{,-unpacking-*}");
                    Path temporary = Files.createTempDirectory(cache, name + "-unpacking-");
                    try (InputStream in = archive.openStream()) {
                        Txz.extract(in, temporary);
                    }
                    Files.writeString(temporary.resolve(CONTENTS), contents(temporary));
                    Files.move(temporary, home, ATOMIC_MOVE);
                }
            }
        }
        return new Binaries(home);
    }

    Path home() {
        return home;
    }

    /** The path of a program: {@code postgres}, {@code initdb} or {@code pg_ctl}. */
    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** The major version that a data directory must have been made by, such as {@code 18}. */
    String majorVersion() throws IOException {
        String printed = Command.run(List.of(program("postgres").toString(), "--version"));
        return printed.replaceFirst("(?s).*\\(PostgreSQL\\) (\\d+).*", "$1");
    }

    /**
     * The archive's CRC-32, which tells its releases apart; a jar keeps it in its directory, so that 15 MB need not be
     * read at every start.
     */
    private static String contentHash(URL archive) throws IOException {
        var connection = archive.openConnection();
        long crc;
        if (connection instanceof JarURLConnection jar) {
            crc = jar.getJarEntry().getCrc();
        } else {
            var in = new CheckedInputStream(connection.getInputStream(), new CRC32());
            try (in) {
                in.skipNBytes(connection.getContentLengthLong());
            }
            crc = in.getChecksum().getValue();
        }
        return "%08x".formatted(crc);
    }

    private static boolean isComplete(Path home) throws IOException {
        Path list = home.resolve(CONTENTS);
        return Files.isRegularFile(list) && Files.readString(list).equals(contents(home));
    }

    /** One line a file, with its size: after a power loss, files can be there and be empty. */
    private static String contents(Path home) throws IOException {
        try (Stream<Path> tree = Files.walk(home)) {
            List<Path> files = tree.filter(Files::isRegularFile).sorted().toList();
            var lines = new StringBuilder();
            for (Path file : files) {
                if (!file.endsWith(CONTENTS)) {
                    lines.append(Files.size(file))
                            .append(' ')
                            .append(home.relativize(file))
                            .append('\n');
                }
            }
            return lines.toString();
        }
    }
}
