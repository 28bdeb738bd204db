package ai.callcenter.tenancy.app.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where data is kept. */
public sealed interface StoreConfig {
    /** In this process's memory: gone when it ends. */
    record Memory() implements StoreConfig {}

    /**
     * In the PostgreSQL that the server brings along.
     *
     * @param folder where it keeps its files
     * @param poolSize the most connections
     */
    record Embedded(Path folder, int poolSize) implements StoreConfig {}

    /**
     * In a PostgreSQL that somebody else runs.
     *
     * @param url its JDBC URL, without user and password
     * @param login the application's login
     * @param migrator the login that migrates; null where another process does that
     * @param poolSize the most connections
     */
    record External(String url, Login login, @Nullable Login migrator, int poolSize) implements StoreConfig {}

    /** A database login. */
    record Login(String user, String password) {
        @Override
        public String toString() {
            return user; // without the password
        }
    }

    /** Finds settings that contradict each other or come in halves. */
    static void check(Values values, List<String> faults) {
        if (values.find(Settings.STORE) == Settings.StoreChoice.MEMORY) {
            if (values.given(Settings.DB_URL)) {
                faults.add("%s: memory contradicts %s; unset one of them"
                        .formatted(Settings.STORE.name(), Settings.DB_URL.name()));
            }
            return;
        }
        if (values.given(Settings.DB_URL)) {
            require(values, Settings.DB_USER, Settings.DB_URL, faults);
            require(values, Settings.DB_PASSWORD, Settings.DB_URL, faults);
        }
        for (Setting<?> part : List.of(Settings.DB_USER, Settings.DB_PASSWORD, Settings.DB_MIGRATOR_USER)) {
            if (values.given(part)) {
                require(values, Settings.DB_URL, part, faults);
            }
        }
        if (values.given(Settings.DB_MIGRATOR_USER)) {
            require(values, Settings.DB_MIGRATOR_PASSWORD, Settings.DB_MIGRATOR_USER, faults);
        }
        if (values.given(Settings.DB_MIGRATOR_PASSWORD)) {
            require(values, Settings.DB_MIGRATOR_USER, Settings.DB_MIGRATOR_PASSWORD, faults);
        }
    }

    private static void require(Values values, Setting<?> needed, Setting<?> by, List<String> faults) {
        String fault =
                "%s: is missing, and %s needs it; example: %s".formatted(needed.name(), by.name(), needed.example());
        if (!values.given(needed) && faults.stream().noneMatch(f -> f.startsWith(needed.name() + ": is missing"))) {
            faults.add(fault);
        }
    }

    /**
     * A PostgreSQL that is named on the command line, whatever database the settings name. The password is a setting
     * all the same: others on the machine read command lines.
     *
     * @param environment the environment variables
     * @param user the login; null for the setting's
     * @throws ConfigException when something is missing or wrong
     */
    static StoreConfig named(String url, @Nullable String user, Map<String, String> environment) {
        Map<String, String> named = new HashMap<>(environment);
        named.put(Settings.STORE.name(), "postgresql");
        named.put(Settings.DB_URL.name(), url);
        if (user != null) {
            named.put(Settings.DB_USER.name(), user);
        }
        Sources sources = Sources.of(named);
        List<String> faults = new ArrayList<>(sources.faults());
        Values values = new Values(sources, faults);
        check(values, faults);
        if (!faults.isEmpty()) {
            throw new ConfigException(faults);
        }
        return of(values, Path.of("")); // the folder is for a database of the server's own
    }

    static StoreConfig of(Values values, Path dataDir) {
        if (values.get(Settings.STORE) == Settings.StoreChoice.MEMORY) {
            return new Memory();
        }
        int poolSize = values.get(Settings.DB_POOL_SIZE);
        String url = values.find(Settings.DB_URL);
        if (url == null) {
            return new Embedded(dataDir, poolSize);
        }
        Login login = new Login(values.get(Settings.DB_USER), values.get(Settings.DB_PASSWORD));
        String user = values.find(Settings.DB_MIGRATOR_USER);
        Login migrator = user == null ? null : new Login(user, values.get(Settings.DB_MIGRATOR_PASSWORD));
        return new External(url, login, migrator, poolSize);
    }
}
