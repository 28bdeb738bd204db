package ai.callcenter.tenancy.app.bench;

import java.util.Arrays;

/** How long the requests of one kind took. */
final class Figures {
    private long[] nanos = new long[4096];
    private int size;

    void add(long time) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * size);
        }
        nanos[size++] = time;
    }

    void add(Figures others) {
        for (int i = 0; i < others.size; i++) {
            add(others.nanos[i]);
        }
    }

    int size() {
        return size;
    }

    /**
     * The same in short.
     *
     * @param rate requests a second that so many connections make when they do nothing else
     * @param p50 in microseconds
     * @param p99 in microseconds
     */
    record Summary(double rate, double p50, double p99) {}

    /** @throws IllegalStateException when there was no request */
    Summary summary(int connections) {
        if (size == 0) {
            throw new IllegalStateException("no request was answered in time");
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        double seconds = Arrays.stream(sorted).asDoubleStream().sum() / 1e9;
        return new Summary(
                connections * size / seconds, sorted[size / 2] / 1e3, sorted[(int) ((size - 1) * 0.99)] / 1e3);
    }
}
