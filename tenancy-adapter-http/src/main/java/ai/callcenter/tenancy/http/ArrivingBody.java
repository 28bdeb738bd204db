package ai.callcenter.tenancy.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * The bytes of a body, for so long and no longer. The server's idle time-out bounds the wait for each byte alone: one
 * byte now and then would hold a connection and a thread for ever.
 */
final class ArrivingBody extends InputStream {
    private final HttpServletRequest request;
    private final Duration within;
    private boolean begun;
    private long end;

    /** @param within how long it may take from the first read on */
    ArrivingBody(HttpServletRequest request, Duration within) {
        this.request = request;
        this.within = within;
    }

    /** Whether any of it was asked for. */
    boolean isBegun() {
        return begun;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        long now = System.nanoTime();
        if (!begun) {
            begun = true;
            end = now + within.toNanos();
        }
        if (now - end >= 0) {
            throw new IOException(new TimeoutException("the body takes longer than " + within));
        }
        return request.getInputStream().read(into, offset, length);
    }
}
