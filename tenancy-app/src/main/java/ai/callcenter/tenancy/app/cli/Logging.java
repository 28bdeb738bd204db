package ai.callcenter.tenancy.app.cli;

import java.util.Set;
import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** The log of the libraries: warnings and errors alone, a line each, on standard error. */
final class Logging {
    /**
     * These warn of a request line or a Host that is not well-formed, in the words that a stranger has sent and as
     * often as the stranger likes. Such a request is answered as a problem, and is in the request log.
     */
    private static final Set<String> STRANGERS_WORDS =
            Set.of("org.eclipse.jetty.util.HostPort", "org.eclipse.jetty.http.HttpParser");

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
        handler.setFilter(Logging::isNews);
        root.addHandler(handler);
    }

    private static boolean isNews(LogRecord entry) {
        // A start that fails says so itself, in one line.
        return !String.valueOf(entry.getMessage()).startsWith("Failed to start Javalin")
                && !(STRANGERS_WORDS.contains(String.valueOf(entry.getLoggerName()))
                        && entry.getLevel().intValue() < Level.SEVERE.intValue());
    }
}
