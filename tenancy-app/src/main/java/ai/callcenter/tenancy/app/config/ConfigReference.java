package ai.callcenter.tenancy.app.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The table of settings, for people. */
public final class ConfigReference {
    private static final int WIDTH = 100;
    private static final String INDENT = "    ";

    private ConfigReference() {}

    /** The table as the documentation has it. */
    public static String markdown() {
        return Settings.ALL.stream()
                .map(s -> "| `%s` | %s | %s | %s |\n"
                        .formatted(
                                s.name(),
                                s.fallback() == null ? "–" : code(s.fallback()),
                                s.description() + place(s),
                                code(s.example())))
                .collect(Collectors.joining("", "| Name | Default | Meaning | Example |\n|---|---|---|---|\n", ""));
    }

    /**
     * Every setting with its present value, where that comes from, and what it means.
     *
     * @param environment the environment variables
     */
    public static String listing(Map<String, String> environment) {
        Sources sources = Sources.of(environment);
        return Settings.ALL.stream()
                .map(s -> s.name() + present(s, sources) + "\n" + wrapped(s.description() + place(s)))
                .collect(Collectors.joining("\n"));
    }

    private static String present(Setting<?> setting, Sources sources) {
        Sources.Text found = sources.find(setting);
        if (found == null) {
            return setting.fallback() == null ? " is not set" : "=" + setting.fallback() + "  (default)";
        }
        return "=%s  (%s)".formatted(setting.shown(found.value()), found.origin());
    }

    private static String place(Setting<?> setting) {
        return setting.place() == Setting.Place.ANYWHERE ? "" : " In the environment alone.";
    }

    private static String code(String text) {
        return text.contains("`") ? text : "`" + text + "`";
    }

    private static String wrapped(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(INDENT);
        for (String word : text.replace("`", "").split(" ", -1)) {
            if (line.length() > INDENT.length() && line.length() + word.length() > WIDTH) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(INDENT);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
        return String.join("\n", lines) + "\n";
    }
}
