package ai.callcenter.tenancy.app.postgres;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A PostgreSQL cluster (its files) in a data folder, with the password of its superuser beside it.
 *
 * @param dir PostgreSQL's data directory
 * @param password the superuser's
 */
record Cluster(Path dir, String password) {
    static final String SUPERUSER = "postgres";
    static final String DATABASE = "tenancy";

    private static final String VERSION = "PG_VERSION";
    private static final String DATA = "data";
    private static final String PASSWORD = "superuser-password";

    /** Opens the cluster in this data folder, made first if there is none. */
    static Cluster open(DataFolder folder, Binaries binaries, Launcher launcher) throws IOException {
        Path home = folder.root().resolve("postgres");
        Folders.deleteMatching(folder.root(), "initdb-*");
        if (Files.notExists(home)) {
            create(folder.root(), home, binaries, launcher);
        }
        Path dir = home.resolve(DATA);
        checkIsCluster(dir);
        checkOwner(dir, launcher);
        checkMajorVersion(dir, binaries);
        return new Cluster(dir, Files.readString(home.resolve(PASSWORD)).strip());
    }

    @Override
    public String toString() {
        return "Cluster[" + dir + "]"; // without the password
    }

    /** Makes all of it elsewhere and renames: a killed server leaves a whole cluster or none. */
    private static void create(Path root, Path home, Binaries binaries, Launcher launcher) throws IOException {
        Path temporary = Files.createTempDirectory(root, "initdb-");
        Path password = temporary.resolve(PASSWORD);
        Path dir = temporary.resolve(DATA);
        Files.createFile(password, Folders.MODE_0600);
        Files.writeString(password, newPassword() + "\n");
        try {
            Command.run(launcher.command(
                    binaries.program("initdb"),
                    "--pgdata=" + dir,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--encoding=UTF8"));
            Command.run(
                    launcher.command(
                            binaries.program("postgres"),
                            "--single",
                            "-D",
                            dir.toString(),
                            "-c",
                            "exit_on_error=on",
                            "postgres"),
                    "CREATE DATABASE " + DATABASE + "\n");
        } catch (IOException e) {
            Folders.deleteMatching(root, temporary.getFileName().toString());
            throw new EmbeddedPostgresException(
                    "PostgreSQL could not create its files in %s.%n%s".formatted(root, e.getMessage()), e);
        }
        Folders.sync(temporary);
        Files.move(temporary, home, ATOMIC_MOVE);
        Folders.sync(root);
    }

    private static String newPassword() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void checkIsCluster(Path dir) {
        if (Files.notExists(dir.resolve(VERSION))) {
            throw new EmbeddedPostgresException(
                    ("%s is not a PostgreSQL data directory: %s is missing. Restore the folder "
                                    + "from a backup, or move it away to start with an empty one.")
                            .formatted(dir, VERSION));
        }
    }

    private static void checkMajorVersion(Path dir, Binaries binaries) throws IOException {
        String found = Files.readString(dir.resolve(VERSION), US_ASCII).strip();
        if (!found.equals(binaries.majorVersion())) {
            throw new EmbeddedPostgresException(
                    ("The data in %s was made by PostgreSQL %s, and this server brings PostgreSQL %s. "
                                    + "Start the release that made it and dump the data there, or choose "
                                    + "another folder with TENANCY_DATA_DIR.")
                            .formatted(dir, found, binaries.majorVersion()));
        }
    }

    private static void checkOwner(Path dir, Launcher launcher) throws IOException {
        long owner = ((Integer) Files.getAttribute(dir, "unix:uid")).longValue();
        if (owner != launcher.uid()) {
            throw new EmbeddedPostgresException(
                    ("The data in %s belongs to user %d, and PostgreSQL would run as user %d here. Run the "
                                    + "server as its owner, or change the owner: chown -R %d '%s'.")
                            .formatted(dir, owner, launcher.uid(), launcher.uid(), dir));
        }
    }
}
