package ai.callcenter.tenancy.app.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** The log of the libraries: warnings and errors alone, a line each, on standard error. */
final class Logging {
    private Logging() {}

    /** Sets it up, unless whoever runs this JVM has done so in the JDK's own way. */
    static void setUp() {
        if (System.getProperty("java.util.logging.config.file") != null
                || System.getProperty("java.util.logging.config.class") != null) {
            return;
        }
        LogManager.getLogManager().reset();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        ConsoleHandler handler = new ConsoleHandler();
        handler.setFormatter(new LogLine());
        // A start that fails says so itself, in one line.
        handler.setFilter(entry -> !String.valueOf(entry.getMessage()).startsWith("Failed to start Javalin"));
        root.addHandler(handler);
    }
}
