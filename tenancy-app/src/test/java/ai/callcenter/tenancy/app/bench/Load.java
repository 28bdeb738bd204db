package ai.callcenter.tenancy.app.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Connections that each ask again as soon as they are answered. One thread for all of them, for the generator shares
 * the processors with what it measures.
 */
final class Load {
    private static final long MOST_MILLIS = 10_000;

    private final Population population;
    private final List<Kind> kinds;
    private final int connections;

    Load(Population population, List<Kind> kinds, int connections) {
        this.population = population;
        this.kinds = kinds;
        this.connections = connections;
    }

    /**
     * Runs it against one server.
     *
     * @throws IOException when an answer is not the expected one, or does not come within 10 seconds
     */
    Map<Kind, Figures> run(int port, Duration time) throws IOException {
        Map<Kind, Figures> figures = new EnumMap<>(Kind.class);
        List<Connection> open = new ArrayList<>();
        try (Selector selector = Selector.open()) {
            for (int i = 0; i < connections; i++) {
                open.add(new Connection(port, new Script(population, kinds, i), figures, selector));
            }
            for (Connection connection : open) {
                connection.send();
            }
            long end = System.nanoTime() + time.toNanos();
            int running = connections;
            while (running > 0) {
                if (selector.select(MOST_MILLIS) == 0) {
                    throw new IOException("no answer within %d ms".formatted(MOST_MILLIS));
                }
                for (SelectionKey key : selector.selectedKeys()) {
                    Connection connection = Connection.of(key.attachment());
                    if (connection.receive()) {
                        if (connection.complete() && System.nanoTime() > end) {
                            running--;
                        } else {
                            connection.send();
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
        return figures;
    }
}
