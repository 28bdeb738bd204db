package ai.callcenter.tenancy.page;

/**
 * Where a page ended: the sort key of its last item and, where keys can tie, the item's id.
 *
 * @param key the last item's sort key
 * @param tie the last item's id in text, or {@code ""} where the key alone is unique
 */
public record Position(String key, String tie) {}
