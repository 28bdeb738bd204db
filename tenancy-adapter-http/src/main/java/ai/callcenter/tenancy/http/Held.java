package ai.callcenter.tenancy.http;

import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.jspecify.annotations.Nullable;

/** What happens on one connection. A new one begins with a request's head. */
final class Held {
    private final Connection connection;
    private volatile boolean working;
    private volatile boolean inHead = true;
    private volatile boolean stuck;
    private volatile long since = System.nanoTime();
    private volatile long stuckSince;
    private volatile long bytes;

    /** What takes too long. */
    enum Slow {
        HEAD,
        READ
    }

    Held(Connection connection) {
        this.connection = connection;
    }

    /** A request's head has arrived. */
    void begins() {
        working = true;
        inHead = false;
        stuck = false;
        since = System.nanoTime();
    }

    /** Its answer has left. */
    void ends() {
        bytes = connection.getBytesIn();
        stuck = false;
        since = System.nanoTime();
        working = false;
    }

    /**
     * Looks at it, which must happen every now and then: neither a byte that arrives nor one that cannot leave says so.
     *
     * @return what takes longer than it may, if anything does
     */
    @Nullable
    Slow look(long now, long headNanos, long answerNanos) {
        if (isUnread() && !stuck) {
            stuckSince = now;
            stuck = true;
        }
        if (working) {
            // A client that takes a little now and then is as slow as one that takes nothing.
            return stuck && isUnread() && now - stuckSince > answerNanos ? Slow.READ : null;
        }
        if (inHead) {
            return now - since > headNanos ? Slow.HEAD : null;
        }
        if (connection.getBytesIn() > bytes) {
            since = now;
            inHead = true;
        }
        return null;
    }

    /** Whether the server waits for the client: to send, or to take what was sent. */
    boolean isWaiting() {
        return connection.getEndPoint().isFillInterested() || (stuck && isUnread());
    }

    private boolean isUnread() {
        return connection.getEndPoint() instanceof AbstractEndPoint end
                && end.getWriteFlusher().isPending();
    }

    /** Whether a request is under way. */
    boolean isWorking() {
        return working;
    }

    /** Since when the server waits. */
    long since() {
        return stuck ? stuckSince : since;
    }

    void close() {
        connection.getEndPoint().close();
    }
}
