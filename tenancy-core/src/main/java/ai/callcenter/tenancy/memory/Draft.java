package ai.callcenter.tenancy.memory;

import java.util.function.Consumer;
import java.util.function.Function;

/** The copy that one unit works on, and whether it may still be used. */
final class Draft implements AutoCloseable {
    private final Data data;
    private boolean open = true;
    private boolean failed;

    Draft(Data data) {
        this.data = data;
    }

    /** Reads or changes the copy. A failure ends the transaction for good, as an SQL error does. */
    <T> T use(Function<Data, T> work) {
        requireUsable();
        boolean done = false;
        try {
            T result = work.apply(data);
            done = true;
            return result;
        } finally {
            failed = !done;
        }
    }

    /** Changes the copy. */
    void change(Consumer<Data> work) {
        use(copy -> {
            work.accept(copy);
            return copy;
        });
    }

    /** What is to be committed. */
    Data finished() {
        requireUsable();
        return data;
    }

    @Override
    public void close() {
        open = false;
    }

    private void requireUsable() {
        if (!open) {
            throw new IllegalStateException("This unit has ended; it must not be used outside of its work.");
        }
        if (failed) {
            throw new IllegalStateException("Something in this unit was refused; it can only roll back.");
        }
    }
}
