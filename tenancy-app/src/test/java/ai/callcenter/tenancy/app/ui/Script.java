package ai.callcenter.tenancy.app.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What tests run in a page. */
final class Script {
    static final String TEXT = read("text.js");
    static final String FOCUSED = read("focused.js");

    private Script() {}

    /** A file beside this class, or with a slash before, of the class path. */
    static String read(String name) {
        try (InputStream in = Script.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
