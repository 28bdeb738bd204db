package ai.callcenter.tenancy.http;

import java.time.Duration;

/**
 * What bodies may take of the server's time and memory.
 *
 * @param time how long a request's body may take to arrive, and an answer to be taken once its client has let it wait
 * @param requests the memory for bodies of requests
 * @param answers the memory for answers
 */
record Bounds(Duration time, BodyMemory requests, BodyMemory answers) {
    /**
     * Every connection may have a body as short as this, so it is not counted, and goes on when the memory is taken.
     */
    static final int SHORT = 4 * 1024;

    private static final int MIB = 1024 * 1024;

    /** With what is not counted half of a heap of 128 MiB, for a body is there as bytes and then as text. */
    private static final int WHOLE = 16 * MIB;

    /** Sixteen of the longest bodies at once. */
    private static final int OF_REQUESTS = MIB;

    /** Seven of the longest pages at once. */
    private static final int OF_ANSWERS = 4 * MIB;

    Bounds(Duration time) {
        this(time, new BodyMemory(WHOLE, OF_REQUESTS), new BodyMemory(WHOLE, OF_ANSWERS));
    }
}
