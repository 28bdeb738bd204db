package ai.callcenter.tenancy.app.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Pictures of pages, whole ones, for people to look at: {@code target/screenshots}. */
final class Screenshot {
    private static final Path FOLDER = Path.of("target", "screenshots");

    private static final String SIZE = "return [innerWidth, innerHeight, document.scrollingElement.scrollHeight]";

    private Screenshot() {}

    static void write(Tab tab, String name) {
        // In a window as high as the page, so that what belongs to the window, such as a backdrop, covers it.
        List<?> size = (List<?>) Objects.requireNonNull(tab.run(SIZE));
        int width = ((Number) size.get(0)).intValue();
        int height = ((Number) size.get(1)).intValue();
        tab.size(width, Math.max(height, ((Number) size.get(2)).intValue()));
        Object data = tab.cdp("Page.captureScreenshot", Map.of()).get("data");
        tab.size(width, height);
        try {
            Files.createDirectories(FOLDER);
            Files.write(FOLDER.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
