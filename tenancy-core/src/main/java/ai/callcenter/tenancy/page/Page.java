package ai.callcenter.tenancy.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Some items of a list, in its order. */
public final class Page<T> {
    private final List<T> items;
    private final boolean last;
    private final Function<T, Position> position;

    private Page(List<T> items, boolean last, Function<T, Position> position) {
        this.items = List.copyOf(items);
        this.last = last;
        this.position = position;
    }

    /**
     * The page out of rows that were read with one more than the limit, which tells whether there is a next page
     * without counting.
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Position> position) {
        boolean last = rows.size() <= request.limit();
        return new Page<>(last ? rows : rows.subList(0, request.limit()), last, position);
    }

    /** The items. */
    public List<T> items() {
        return items;
    }

    /** Where the next page begins; null when this is the last one. */
    public @Nullable Position next() {
        return last ? null : position.apply(items.getLast());
    }

    /**
     * This page, broken off early: the next one begins after the items that are left.
     *
     * @param count how many are left, at least one
     */
    public Page<T> first(int count) {
        return count >= items.size() ? this : new Page<>(items.subList(0, count), false, position);
    }
}
