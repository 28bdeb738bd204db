package ai.callcenter.tenancy.app.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where tenants' requests are counted. */
public sealed interface CountConfig {
    /** In this process's memory, by each server for itself. */
    record Memory() implements CountConfig {}

    /** In the database, by all servers on it together. */
    record Postgresql() implements CountConfig {}

    /**
     * In a Redis, by all servers on it together.
     *
     * @param url {@code redis://} or {@code rediss://}, host, port and the number of the database; no secret
     * @param user the user of its access list; null for the default one
     * @param password null where it asks for none
     */
    record Redis(URI url, @Nullable String user, @Nullable String password) implements CountConfig {
        @Override
        public String toString() {
            return url.toString(); // without the password
        }
    }

    /** Finds settings that contradict each other or come in halves. */
    static void check(Values values, List<String> faults) {
        LimitSettings.Store store = values.find(LimitSettings.STORE);
        if (store == LimitSettings.Store.POSTGRESQL && values.find(Settings.STORE) == Settings.StoreChoice.MEMORY) {
            faults.add("%s: postgresql needs a database, and %s is memory; set one of them otherwise"
                    .formatted(LimitSettings.STORE.name(), Settings.STORE.name()));
        }
        if (store == LimitSettings.Store.REDIS && !values.given(LimitSettings.REDIS_URL)) {
            faults.add("%s: is missing, and %s needs it; example: %s"
                    .formatted(
                            LimitSettings.REDIS_URL.name(),
                            LimitSettings.STORE.name(),
                            LimitSettings.REDIS_URL.example()));
        }
        for (Setting<?> part :
                List.of(LimitSettings.REDIS_URL, LimitSettings.REDIS_USER, LimitSettings.REDIS_PASSWORD)) {
            if (values.find(part) != null && store != null && store != LimitSettings.Store.REDIS) {
                faults.add("%s: is set, and %s is not redis; set it so, or unset this one"
                        .formatted(part.name(), LimitSettings.STORE.name()));
            }
        }
        if (values.given(LimitSettings.REDIS_USER) && !values.given(LimitSettings.REDIS_PASSWORD)) {
            faults.add("%s: is missing, and %s needs it"
                    .formatted(LimitSettings.REDIS_PASSWORD.name(), LimitSettings.REDIS_USER.name()));
        }
    }

    static CountConfig of(Values values) {
        return switch (values.get(LimitSettings.STORE)) {
            case MEMORY -> new Memory();
            case POSTGRESQL -> new Postgresql();
            case REDIS ->
                new Redis(
                        values.get(LimitSettings.REDIS_URL),
                        values.find(LimitSettings.REDIS_USER),
                        values.find(LimitSettings.REDIS_PASSWORD));
        };
    }
}
