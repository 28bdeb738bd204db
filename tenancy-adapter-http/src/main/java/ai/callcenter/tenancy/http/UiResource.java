package ai.callcenter.tenancy.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /ui/}: the web components, the console that is made of them, and Lit. Files of the jar, each read once, so
 * they cost no more than a probe and are not counted: a page loads dozens of them.
 */
final class UiResource {
    private static final String FOLDER = "ui/";

    private static final String PATH = "/ui/";

    private static final Pattern FILE =
            Pattern.compile("(?:[a-z0-9-]+/){0,4}[a-z0-9-]+(?<type>\\.js|\\.css|\\.json|\\.svg|\\.d\\.ts)");

    private static final Map<String, String> TYPES = Map.of(
            ".js", "text/javascript;charset=utf-8",
            ".css", "text/css;charset=utf-8",
            ".json", Answer.JSON,
            ".svg", "image/svg+xml;charset=utf-8",
            ".d.ts", "text/plain;charset=utf-8");

    /** Those that exist and were asked for. */
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    private final ImportMap imports = ImportMap.parse(StaticFile.read(FOLDER + "importmap.json"));

    void register(Routes routes) {
        routes.get(PATH + "<path>", Access.ANYBODY, this::file);
    }

    /** Whether a path, as it was sent, is that of a file of these and can be read in no other way. */
    static boolean isFile(String path) {
        return path.startsWith(PATH)
                && FILE.matcher(path.substring(PATH.length())).matches();
    }

    private Answer file(Call call) {
        String path = call.filePath();
        StaticFile file = files.get(path);
        if (file == null) {
            file = found(path);
            if (file == null) {
                throw new Refusal(JettyErrors.problem(404));
            }
            StaticFile other = files.putIfAbsent(path, file);
            file = other == null ? file : other;
        }
        return file.answer(call);
    }

    private @Nullable StaticFile found(String path) {
        Matcher name = FILE.matcher(path);
        if (!name.matches() || UiResource.class.getResource(FOLDER + path) == null) {
            return null;
        }
        String type = name.group("type");
        UnaryOperator<String> resolved = module -> imports.resolve(path, module);
        return new StaticFile(
                FOLDER + path,
                String.valueOf(TYPES.get(type)),
                Map.of(),
                type.equals(".js") ? resolved : UnaryOperator.identity());
    }
}
