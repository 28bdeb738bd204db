package ai.callcenter.tenancy.app.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a data directory's {@code postmaster.pid} says.
 *
 * @param pid the server's process, or the one that had this number when the file was written
 * @param ready whether it accepted connections when the file was written
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">Database File Layout</a>
 */
record Postmaster(long pid, boolean ready) {
    private static final int STATUS_LINE = 7;

    static Optional<Postmaster> read(Path dir) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(dir.resolve("postmaster.pid"), UTF_8);
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        if (lines.isEmpty() || !lines.getFirst().strip().matches("[0-9]{1,18}")) {
            return Optional.empty(); // being written
        }
        boolean ready =
                lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        return Optional.of(new Postmaster(Long.parseLong(lines.getFirst().strip()), ready));
    }

    /**
     * The program of the process, if it is a PostgreSQL server on {@code dir}; empty when the process has ended, or its
     * number went to another one since.
     */
    Optional<Path> runningOn(Path dir) {
        return ProcessHandle.of(pid)
                .map(ProcessHandle::info)
                .filter(i -> i.arguments()
                        .map(a -> List.of(a).contains(dir.toString()))
                        .orElse(true))
                .flatMap(ProcessHandle.Info::command)
                .map(Path::of)
                .filter(program -> program.endsWith("postgres"));
    }
}
