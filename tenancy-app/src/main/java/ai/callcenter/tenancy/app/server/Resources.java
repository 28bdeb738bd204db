package ai.callcenter.tenancy.app.server;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What has been opened, to be closed in reverse order, once. A signal may close it while a start still opens more. */
final class Resources implements AutoCloseable {
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private boolean closed;

    /**
     * Keeps something open until {@link #close}.
     *
     * @throws IllegalStateException when that has come already; then it is closed at once
     */
    synchronized <T extends AutoCloseable> T add(T resource) {
        if (closed) {
            IllegalStateException stopping = new IllegalStateException("The server was told to stop.");
            close(resource, stopping);
            throw stopping;
        }
        open.push(resource);
        return resource;
    }

    /** Whether {@link #close} has begun. */
    synchronized boolean closed() {
        return closed;
    }

    /** Waits until everything is closed. */
    synchronized void awaitClosed() throws InterruptedException {
        while (!closed) {
            wait();
        }
    }

    /**
     * Closes everything, whatever fails.
     *
     * @throws IllegalStateException when something did
     */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
        RuntimeException failure = null;
        while (!open.isEmpty()) {
            failure = close(open.pop(), failure);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static @Nullable RuntimeException close(AutoCloseable resource, @Nullable RuntimeException before) {
        try {
            resource.close();
            return before;
        } catch (Exception e) {
            RuntimeException failure =
                    before == null ? new IllegalStateException("The server did not stop cleanly.") : before;
            failure.addSuppressed(e);
            return failure;
        }
    }
}
