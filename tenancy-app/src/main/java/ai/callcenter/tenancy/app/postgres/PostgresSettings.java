package ai.callcenter.tenancy.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How to run the PostgreSQL that the server brings along.
 *
 * @param cacheDir where the programs are unpacked, shared by all data folders; null: the user's cache folder, or
 *     {@code cache} in the data folder where the user has none
 * @param parameters PostgreSQL's own configuration parameters, by name; they win over the defaults
 * @param startLimit how long a start may take, crash recovery included
 * @param stopLimit how long a fast shutdown may take before an immediate one follows
 */
public record PostgresSettings(
        @Nullable Path cacheDir, Map<String, String> parameters, Duration startLimit, Duration stopLimit) {

    /** For a small machine; a server beside it needs its memory too. */
    private static final Map<String, String> SMALL = Map.ofEntries(
            Map.entry("cluster_name", "tenancy"),
            Map.entry("fsync", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "96MB"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // A refused statement is the application's to log: its detail quotes personal data.
            Map.entry("log_min_messages", "log"));

    /** What this package depends on to find the server, to keep it local and to see its log. */
    private static final Set<String> FIXED = Set.of(
            "config_file",
            "data_directory",
            "hba_file",
            "listen_addresses",
            "log_destination",
            "logging_collector",
            "port",
            "unix_socket_directories");

    /** @throws IllegalArgumentException for a parameter that is not one, or not the caller's to set */
    public PostgresSettings {
        parameters.forEach((name, value) -> {
            if (!name.matches("[a-z_][a-z0-9_]*(\\.[a-z_][a-z0-9_]*)?")) {
                throw new IllegalArgumentException("not a PostgreSQL parameter: " + name);
            }
            if (FIXED.contains(name)) {
                throw new IllegalArgumentException("PostgreSQL's parameter " + name + " is set by the server itself");
            }
        });
        parameters = Map.copyOf(parameters);
    }

    /** What suits a small machine, with data safe from power loss. */
    public static PostgresSettings defaults() {
        return new PostgresSettings(null, Map.of(), Duration.ofMinutes(2), Duration.ofSeconds(10));
    }

    /** The same, with the programs unpacked in {@code dir}. */
    public PostgresSettings withCacheDir(Path dir) {
        return new PostgresSettings(dir, parameters, startLimit, stopLimit);
    }

    /** The same, with these parameters and no others on top of the defaults. */
    public PostgresSettings withParameters(Map<String, String> names) {
        return new PostgresSettings(cacheDir, names, startLimit, stopLimit);
    }

    /** All parameters for a server that listens on {@code port}, in a stable order. */
    Map<String, String> commandLine(int port) {
        Map<String, String> all = new TreeMap<>(SMALL);
        all.putAll(parameters);
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        // No socket file: its usual place, /tmp, is shared with every other PostgreSQL.
        all.put("unix_socket_directories", "");
        all.put("logging_collector", "off");
        all.put("log_destination", "stderr");
        return all;
    }

    /** The folder to unpack into, created. */
    Path cacheFor(Path dataDir) throws IOException {
        if (cacheDir != null) {
            return Files.createDirectories(cacheDir).toRealPath();
        }
        String xdg = System.getenv().getOrDefault("XDG_CACHE_HOME", "");
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        Path home = Path.of(System.getProperty("user.home"), mac ? "Library/Caches" : ".cache");
        Path users = (xdg.startsWith("/") ? Path.of(xdg) : home).resolve("tenancy");
        try {
            if (users.isAbsolute() && Files.isWritable(Files.createDirectories(users))) {
                return users.toRealPath();
            }
        } catch (IOException noHome) {
            // A service account often has none: its data folder serves.
        }
        return Files.createDirectories(dataDir.resolve("cache")).toRealPath();
    }
}
