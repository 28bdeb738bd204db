package ai.callcenter.tenancy.http.token.oidc;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What is logged of one provider, in place of the console. */
final class Warnings extends Handler implements AutoCloseable {
    private static final SimpleFormatter FORMAT = new SimpleFormatter();

    private final Logger logger = Logger.getLogger(OidcProvider.class.getName());
    private final String issuer;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Warnings(String issuer) {
        this.issuer = issuer;
        logger.addHandler(this);
        logger.setUseParentHandlers(false);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    boolean has(String text) {
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    @Override
    public void publish(LogRecord line) {
        String text = FORMAT.formatMessage(line);
        if (text.contains(issuer)) {
            lines.add(line.getLevel() + " " + text);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
