package ai.callcenter.tenancy.app.config;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The texts that are set, in the environment and in the file that it names. An empty text counts as none. */
final class Sources {
    private static final String PREFIX = "TENANCY_";

    /** A text, and where it stands. */
    record Text(String value, String origin) {}

    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Sources() {}

    static Sources of(Map<String, String> environment) {
        Sources sources = new Sources();
        String config = environment.get(Settings.CONFIG.name());
        if (config != null && !config.isBlank()) {
            sources.readFile(config.strip());
        }
        new TreeSet<>(environment.keySet())
                .stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .forEach(name -> sources.readVariable(name, environment.getOrDefault(name, "")));
        return sources;
    }

    @Nullable
    Text find(Setting<?> setting) {
        return texts.get(setting.name());
    }

    /** What is wrong with the file itself. */
    List<String> faults() {
        return faults;
    }

    /** What is probably a mistake. */
    List<String> warnings() {
        return warnings;
    }

    private void readVariable(String name, String value) {
        if (setting(name).isEmpty()) {
            warnings.add(name + ": there is no such setting" + meant(name));
        } else if (!value.isBlank()) {
            texts.put(name, new Text(value, "environment"));
        }
    }

    private void readFile(String name) {
        Properties properties = new OnceEach();
        try {
            Path file = Formats.path(name);
            try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().stream().sorted().forEach(key -> readEntry(file, key, properties));
        } catch (NoSuchFileException e) {
            faults.add("%s: there is no file %s".formatted(Settings.CONFIG.name(), name));
        } catch (IOException e) {
            faults.add("%s: the file %s cannot be read, or is not UTF-8 text".formatted(Settings.CONFIG.name(), name));
        } catch (IllegalArgumentException e) {
            faults.add("%s: the file %s: %s".formatted(Settings.CONFIG.name(), name, e.getMessage()));
        }
    }

    private void readEntry(Path file, String key, Properties properties) {
        Optional<Setting<?>> setting = setting(key);
        if (setting.isEmpty()) {
            faults.add("%s: there is no such setting%s (in %s)".formatted(key, meant(key), file));
        } else if (setting.get().place() != Setting.Place.ANYWHERE) {
            faults.add("%s: can be set in the environment alone (in %s)".formatted(key, file));
        } else if (!properties.getProperty(key).isBlank()) {
            texts.put(key, new Text(properties.getProperty(key), file.toString()));
        }
    }

    private static Optional<Setting<?>> setting(String name) {
        return Settings.ALL.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    private static String meant(String name) {
        return Spelling.nearest(name, Settings.ALL.stream().map(Setting::name).collect(Collectors.toSet()))
                .map(best -> "; did you mean " + best + "?")
                .orElse("");
    }

    /** Refuses a key that stands there twice, of which {@link Properties} would drop the first in silence. */
    private static final class OnceEach extends Properties {
        private static final long serialVersionUID = 1L;

        @Override
        public synchronized @Nullable Object put(Object key, Object value) {
            if (containsKey(key)) {
                throw new IllegalArgumentException(key + " stands there twice");
            }
            return super.put(key, value);
        }
    }
}
