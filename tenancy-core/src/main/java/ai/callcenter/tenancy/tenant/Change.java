package ai.callcenter.tenancy.tenant;

import org.jspecify.annotations.Nullable;

/**
 * One field of a partial update: absent is not null (RFC 7396). {@code keep()} leaves the field, {@code to(value)} sets
 * it, {@code to(null)} clears it where the field is nullable.
 *
 * @param present whether the field is to change
 * @param value what it changes to; meaningless when absent
 */
public record Change<T extends @Nullable Object>(
        boolean present, @Nullable T value) {
    private static final Change<?> KEEP = new Change<>(false, null);

    /** Leaves the field as it is. */
    @SuppressWarnings("unchecked") // an absent change holds no T
    public static <T extends @Nullable Object> Change<T> keep() {
        return (Change<T>) KEEP;
    }

    /** Sets the field. */
    public static <T extends @Nullable Object> Change<T> to(T value) {
        return new Change<>(true, value);
    }

    /** The new value, or the one that stays. */
    @SuppressWarnings("NullAway") // a present value is a T, and T says itself whether it may be null
    public T orElse(T unchanged) {
        return present ? value : unchanged;
    }
}
