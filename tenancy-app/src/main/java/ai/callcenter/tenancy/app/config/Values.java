package ai.callcenter.tenancy.app.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The settings, read. */
final class Values {
    private final Sources sources;
    private final Map<Setting<?>, Object> read = new HashMap<>();

    /** Reads what is set; what cannot be read becomes a fault. */
    Values(Sources sources, List<String> faults) {
        this.sources = sources;
        Settings.ALL.forEach(setting -> read(setting, faults));
    }

    private void read(Setting<?> setting, List<String> faults) {
        Sources.Text found = sources.find(setting);
        String text = found == null ? setting.fallback() : found.value();
        if (text == null || setting.place() == Setting.Place.LAUNCHER) {
            return;
        }
        try {
            read.put(setting, setting.format().read(setting.secret() ? text : text.strip()));
        } catch (IllegalArgumentException e) {
            String file = found == null || found.origin().equals("environment") ? "" : " (in " + found.origin() + ")";
            faults.add("%s: %s%s; example: %s".formatted(setting.name(), e.getMessage(), file, setting.example()));
        }
    }

    /** Whether somebody has set it, to whatever. */
    boolean given(Setting<?> setting) {
        return sources.find(setting) != null;
    }

    /** The value, or null where there is none. */
    @SuppressWarnings("unchecked") // Only the setting's own format puts a value in.
    <T> @Nullable T find(Setting<T> setting) {
        return (T) read.get(setting);
    }

    /** The value of a setting that has a fallback, or that has been seen to be there. */
    <T> T get(Setting<T> setting) {
        return Optional.ofNullable(find(setting)).orElseThrow();
    }
}
