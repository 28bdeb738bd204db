package ai.callcenter.tenancy.app.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The usual place for a program's data, which differs between operating systems. */
record DataDir(Map<String, String> environment, String system, String home) {
    /** This process's. */
    static DataDir of(Map<String, String> environment) {
        // What the user says, before what the system's list of users does: java looks at that one alone.
        String told = environment.getOrDefault("HOME", "");
        String home = Path.of(told).isAbsolute() ? told : System.getProperty("user.home");
        return new DataDir(environment, System.getProperty("os.name"), home);
    }

    /** The folder of this program in it; null where the user has no home. */
    @Nullable
    Path find(List<String> faults) {
        String name = system.toLowerCase(Locale.ROOT);
        String told = environment.getOrDefault(name.startsWith("windows") ? "LOCALAPPDATA" : "XDG_DATA_HOME", "");
        Path base;
        if (!name.startsWith("mac") && !told.isBlank() && Path.of(told).isAbsolute()) {
            base = Path.of(told);
        } else if (name.startsWith("windows")) {
            base = Path.of(home, "AppData", "Local");
        } else if (name.startsWith("mac")) {
            base = Path.of(home, "Library", "Application Support");
        } else {
            base = Path.of(home, ".local", "share");
        }
        if (!Path.of(home).isAbsolute() && !base.isAbsolute()) {
            faults.add("%s: is missing, and this user has no home folder to keep data in; example: %s"
                    .formatted(Settings.DATA_DIR.name(), Settings.DATA_DIR.example()));
            return null;
        }
        return base.resolve("tenancy");
    }
}
