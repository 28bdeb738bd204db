package ai.callcenter.tenancy.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list, in its order.
 *
 * @param items the items
 * @param next where the next page begins; null when this is the last one
 */
public record Page<T>(List<T> items, @Nullable Position next) {
    /** Copies the items. */
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page out of rows that were read with one more than the limit, which tells whether there is a next page
     * without counting.
     */
    public static <T> Page<T> of(List<T> rows, PageRequest request, Function<T, Position> position) {
        if (rows.size() <= request.limit()) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, request.limit());
        return new Page<>(items, position.apply(items.get(items.size() - 1)));
    }
}
