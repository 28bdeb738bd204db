package ai.callcenter.tenancy.jdbc;

/** Refuses a unit inside a unit on one thread: the outer half would go on as the inner tenant. */
final class Nesting {
    private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

    void begin() {
        refuse();
        busy.set(true);
    }

    void end() {
        busy.remove();
    }

    void refuse() {
        if (busy.get()) {
            throw new IllegalStateException(
                    "a unit of work is open on this thread; finish it before opening another one or reading");
        }
    }
}
