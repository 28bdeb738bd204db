package ai.callcenter.tenancy.http.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Everything that is logged in this process while it is open, on java.util.logging. */
public final class LogWatch extends Handler implements AutoCloseable {
    private static final Logger ROOT = Logger.getLogger("");

    /** The server drops what these say of a stranger's request, and holds that in a test of its own. */
    private static final Set<String> DROPPED =
            Set.of("org.eclipse.jetty.util.HostPort", "org.eclipse.jetty.http.HttpParser");

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final List<Handler> others = List.of(ROOT.getHandlers());
    private final Level before = ROOT.getLevel();

    /** Opens it; nothing else takes the lines meanwhile. */
    public LogWatch() {
        setFormatter(new SimpleFormatter());
        others.forEach(ROOT::removeHandler);
        ROOT.setLevel(Level.INFO);
        ROOT.addHandler(this);
    }

    @Override
    public void publish(LogRecord line) {
        if (DROPPED.contains(String.valueOf(line.getLoggerName()))) {
            return;
        }
        lines.add(getFormatter().format(line));
    }

    /** The lines since it was last asked. */
    public List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String line = lines.poll(); line != null; line = lines.poll()) {
            taken.add(line);
        }
        return taken;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        ROOT.removeHandler(this);
        ROOT.setLevel(before);
        others.forEach(ROOT::addHandler);
    }
}
