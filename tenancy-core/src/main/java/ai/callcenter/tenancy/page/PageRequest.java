package ai.callcenter.tenancy.page;

import ai.callcenter.tenancy.error.TenancyException;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param limit how many items at most, 1 to {@value #MAX_LIMIT}
 * @param after the page begins after this position; null for the first page
 */
public record PageRequest(int limit, @Nullable Position after) {
    /** The largest page. */
    public static final int MAX_LIMIT = 200;

    /** The page size where none is asked for. */
    public static final int DEFAULT_LIMIT = 50;

    /**
     * Refuses a limit out of range.
     *
     * @throws TenancyException {@code invalid_input}
     */
    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw TenancyException.invalid("limit must be from 1 to " + MAX_LIMIT);
        }
    }

    /** The first page of the default size. */
    public static PageRequest first() {
        return new PageRequest(DEFAULT_LIMIT, null);
    }

    /** The first page of the given size. */
    public static PageRequest first(int limit) {
        return new PageRequest(limit, null);
    }
}
